import { expect, it } from 'vitest';
import { shortenStyles } from './lit-styles.ts';

it('takes comments and indentation out of the style sheets of an element, and nothing else', () => {
  const code = `/* stays */
const styles = css\`
  /* The whole text is the target,
     a thumb wide. */
  a:hover .title,
  a > b {
    padding: 0 calc(1rem + 2px);
    transition: \${moves} ease;
  }
\`;
const text = html\`<p>  /* stays */  </p>\`;`;
  expect(shortenStyles(code)).toBe(`/* stays */
const styles = css\` a:hover .title, a > b{padding: 0 calc(1rem + 2px);transition: \${moves} ease;} \`;
const text = html\`<p>  /* stays */  </p>\`;`);
});
