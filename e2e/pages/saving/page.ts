import { readText } from '../../../src/articles/text-reader.ts';
import { Script } from '../../../src/listening/script.ts';
import { browserSaver } from '../../../src/speech/espeak/browser-saver.ts';
import { browserVoice } from '../../../src/speech/espeak/browser-engine.ts';
import { scriptAddress } from '../../../src/trusted-types.ts';
import '../../../src/ui/components/save-audio.ts';

declare global {
  interface Window {
    /** Shows the dialog for a text. */
    readText: (text: string) => Promise<void>;
  }
}

const { pack } = browserVoice(scriptAddress);
const dialog = document.createElement('degjo-save-audio');
dialog.saver = browserSaver(pack, scriptAddress);
document.body.append(dialog);
document.querySelector('#open')?.addEventListener('click', () => dialog.show());

window.readText = async (text) => {
  const article = readText(text);
  if ('problem' in article) throw new Error(article.problem);
  dialog.article = { ...article, source: 'Gazeta e çdo dite' };
  dialog.sentences = (await Script.of(article)).spoken({ engine: 'espeak' });
};
