import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Mark } from '../articles/article.ts';

/** A run of blocks that make one element: the items of a list, or a single block. */
interface Group {
  readonly first: number;
  readonly blocks: readonly Block[];
}

/** Blocks as elements. Every block's element carries `data-block`, and its text nodes together are the block's text. */
export function blocksTemplate(blocks: readonly Block[], from: number): TemplateResult[] {
  return groups(blocks, from).map(({ first, blocks: members }) => {
    if (members[0]?.kind !== 'item') return blockTemplate(members[0], first);
    return html`<ul>
      ${members.map((block, offset) => html`<li data-block=${first + offset}>${marked(block)}</li>`)}
    </ul>`;
  });
}

function groups(blocks: readonly Block[], from: number): Group[] {
  const result: { first: number; blocks: Block[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index < from) continue;
    const last = result.at(-1);
    if (block.kind === 'item' && last?.blocks[0]?.kind === 'item') last.blocks.push(block);
    else result.push({ first: index, blocks: [block] });
  }
  return result;
}

function blockTemplate(block: Block | undefined, index: number): TemplateResult {
  if (!block) return html``;
  const { picture } = block;
  const text = textTemplate(block, index);
  return picture ? html`<degjo-article-picture .picture=${picture}>${text}</degjo-article-picture>` : text;
}

function textTemplate(block: Block, index: number): TemplateResult {
  const text = marked(block);
  switch (block.kind) {
    case 'heading':
      return html`<h2 data-block=${index}>${text}</h2>`;
    case 'quote':
      return html`<blockquote data-block=${index}>${text}</blockquote>`;
    case 'code':
      return html`<pre data-block=${index}>${text}</pre>`;
    case 'caption':
    case 'image':
    case 'table':
      return html`<p class=${block.kind} data-block=${index}>${text}</p>`;
    default:
      return html`<p data-block=${index}>${text}</p>`;
  }
}

/** A block's text with its marks as elements: cut at every edge of a mark, each piece wrapped in what covers it. */
export function marked({ text, marks }: Block): unknown {
  if (marks.length === 0) return text;
  const edges = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covering = marks.filter((mark) => mark.start <= start && end <= mark.end);
    return covering.reduce<unknown>((inner, mark) => wrapped(inner, mark), text.slice(start, end));
  });
}

function wrapped(inner: unknown, mark: Mark): TemplateResult | typeof nothing {
  switch (mark.kind) {
    case 'link':
      return html`<a href=${mark.href} rel="noopener noreferrer" target="_blank">${inner}</a>`;
    case 'emphasis':
      return html`<em>${inner}</em>`;
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'language':
      return html`<span lang=${mark.language}>${inner}</span>`;
  }
}
