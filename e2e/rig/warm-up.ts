import { launchBrowser } from './browser.ts';

/**
 * Says one word through a browser. The first utterance after the speech service starts may lose its `end`, and
 * Chromium lists the voices only a second or two after it is first asked.
 */
export async function warmUp(sound: string): Promise<void> {
  const browser = await launchBrowser({ sound });
  try {
    await browser.page.evaluate(async () => {
      const limit = new Promise((resolve) => setTimeout(resolve, 15_000));
      const voices = new Promise((resolve) => {
        speechSynthesis.addEventListener('voiceschanged', resolve, { once: true });
        if (speechSynthesis.getVoices().length > 0) resolve(null);
      });
      await Promise.race([voices, limit]);
      const utterance = new SpeechSynthesisUtterance('Po');
      utterance.lang = 'sq';
      const said = new Promise((resolve) => {
        utterance.onend = resolve;
        utterance.onerror = resolve;
      });
      speechSynthesis.speak(utterance);
      await Promise.race([said, limit]);
    });
  } finally {
    await browser.close();
  }
}
