// Runs in the page before anything else: the list is shown in the frame after the one that finds a row in it. Plain
// JavaScript, because what compiles the TypeScript would call helpers that the page does not have.
const shadow = (root, name) => root?.querySelector(name)?.shadowRoot;
const look = () => {
  const list = shadow(shadow(shadow(document, 'degjo-app'), 'degjo-home-page'), 'degjo-article-list');
  if (!list?.querySelector('li')) requestAnimationFrame(look);
  else requestAnimationFrame(() => console.debug(`list shown ${performance.now()}`));
};
requestAnimationFrame(look);
