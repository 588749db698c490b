import type { Page } from 'playwright-core';

/** What can be operated, as a screen reader calls it. */
export interface Control {
  readonly role: string;
  readonly name: string;
}

/** Role and name of everything that can be operated, in the order of the page. */
export async function controlsOf(page: Page): Promise<Control[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const operable =
    /^(?:button|link|radio|checkbox|switch|slider|textbox|searchbox|combobox|dialog|DisclosureTriangle|navigation|region)$/;
  return nodes
    .filter(({ ignored, role }) => !ignored && operable.test(String(role?.value)))
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}

/** What a screen reader says of the slider's place; Chromium's tree leaves it out. */
export async function sliderText(page: Page): Promise<string | null> {
  const slider = page.getByRole('slider');
  return (await slider.count()) === 1 ? slider.getAttribute('aria-valuetext') : null;
}
