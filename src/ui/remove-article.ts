import { msg, str } from '@lit/localize';
import type { Toast } from './components/toast-bar.ts';
import type { AppServices } from './contexts.ts';
import { addresses, routeOf } from './router.ts';

/** Removes an article, and falls silent if it was the one that is heard; what there is to say of it. */
export async function removeArticle(id: string, { session, library }: AppServices): Promise<Toast> {
  const title = library.snapshot.own.find((article) => article.id === id)?.title ?? '';
  if (session.snapshot.article?.id === id) session.close();
  const putBack = await library.remove([id]);
  const route = routeOf(new URL(location.href), import.meta.env.BASE_URL);
  if (route.page === 'article' && route.id === id) location.hash = addresses.home;
  return {
    text: msg(str`U hoq «${title}».`),
    action: { label: msg('Ktheje'), run: () => void putBack() },
  };
}
