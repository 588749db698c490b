/** What TypeScript's DOM library does not know yet of https://w3c.github.io/trusted-types/. */
interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = {
  // Only ever handed to DOMParser, whose documents are inert.
  createHTML: (html) => html,
  createScriptURL(url) {
    const address = new URL(url, document.baseURI);
    if (address.origin !== location.origin) throw new TypeError(`script from elsewhere: ${address.href}`);
    return address.href;
  },
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('app', rules) ?? rules;

/** Markup as an inert document: nothing in it runs, loads or is shown. */
export function parseInertHtml(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** The address of a script of ours, in the form that the browser accepts. */
export function scriptAddress(path: string): string {
  return policy.createScriptURL(path);
}
