import { msg } from '@lit/localize';
import type { Articles } from '../articles/file-article.ts';
import type { Keeping, Library } from '../library/library.ts';
import type { Toast } from './components/toast-bar.ts';
import type { AppServices } from './contexts.ts';
import { intakeProblemMessage } from './intake-message.ts';
import { addresses } from './router.ts';

/** Opens a file that was dropped or handed over by the system; what there is to say of it, if anything. */
export async function takeFile(file: File, { intakeDesk, library }: AppServices): Promise<Toast | undefined> {
  const { intake } = await intakeDesk();
  const result = await intake.fromFile(file);
  return 'problem' in result ? { text: intakeProblemMessage(result) } : takeArticles(result.articles, library);
}

/** Keeps articles and opens the first. The list has the newest on top, so a book's last chapter goes into it first. */
export async function takeArticles(articles: Articles, library: Library): Promise<Toast | undefined> {
  let toast: Toast | undefined;
  for (const article of [...articles].reverse()) toast = keepingToast(await library.add(article)) ?? toast;
  location.hash = addresses.article(articles[0].id);
  return toast;
}

function keepingToast(keeping: Keeping): Toast | undefined {
  switch (keeping) {
    case 'kept':
      return undefined;
    case 'full':
      return {
        text: msg('Pajisja nuk ka më vend: artikulli hapet tani, por nuk u ruajt. Lironi vend dhe shtojeni përsëri.'),
      };
    case 'refused':
      return { text: msg('Shfletuesi nuk e lejon ruajtjen: artikulli hapet tani, por nuk u ruajt për herën tjetër.') };
  }
}
