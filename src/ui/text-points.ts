function textNodes(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Where an offset of the block's text stands among its text nodes; at an edge, in the node on the wished side. */
function textPoint(element: HTMLElement, offset: number, side: 'before' | 'after') {
  let rest = offset;
  for (const node of textNodes(element)) {
    if (rest < node.length || (side === 'before' && rest === node.length)) return { node, offset: rest };
    rest -= node.length;
  }
  return undefined;
}

/** The stretch `[start, end)` of the text of an element; undefined where it is not that long. */
export function rangeIn(element: HTMLElement, start: number, end: number): Range | undefined {
  const from = textPoint(element, start, 'after');
  const to = textPoint(element, end, 'before');
  if (!from || !to) return undefined;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * Which letter of a block stands at a point of the screen. Browsers answer this differently inside shadow trees, so the
 * letters' own boxes are asked: by halves, since a block's letters run down the page line by line.
 */
export function offsetAt(element: HTMLElement, x: number, y: number): number {
  const nodes = textNodes(element);
  const starts: number[] = [];
  let total = 0;
  for (const node of nodes) {
    starts.push(total);
    total += node.length;
  }
  const boxOf = (offset: number): DOMRect => {
    const index = starts.findLastIndex((start) => start <= offset);
    const node = nodes[index];
    const range = new Range();
    if (node) {
      const at = offset - (starts[index] ?? 0);
      range.setStart(node, at);
      range.setEnd(node, Math.min(node.length, at + 1));
    }
    return range.getBoundingClientRect();
  };
  let low = 0;
  let high = Math.max(0, total - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const box = boxOf(middle);
    const before = box.top > y || (box.bottom > y && box.left > x);
    if (before) high = middle - 1;
    else low = middle;
  }
  return low;
}
