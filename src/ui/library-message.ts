import { msg, str } from '@lit/localize';
import type { Parting } from '../library/library.ts';
import type { Toast } from './components/toast-bar.ts';

/** Why this page keeps nothing any more, in words, with what to do. */
export function partingToast(parting: Parting, reload: () => void): Toast {
  return { text: partingText(parting), action: { label: msg('Rihape'), run: reload } };
}

function partingText(parting: Parting): string {
  switch (parting) {
    case 'newer':
      return msg(
        'Këtu ka qenë një Dëgjo më i ri. Ky i vjetri nuk prek asgjë dhe nuk ruan asgjë; rihapeni që të vijë i riu.',
      );
    case 'updated':
      return msg('Dëgjo u përditësua në një dritare tjetër. Kjo dritare nuk ruan më asgjë derisa ta rihapni.');
    case 'blocked':
      return msg(
        'Një dritare tjetër e Dëgjos mban ende të dhënat. Mbylleni atë dhe rihapeni këtë; deri atëherë këtu nuk ruhet asgjë.',
      );
    case 'cleared':
      return msg('Shfletuesi i hoqi të dhënat e Dëgjos ndërsa kjo faqe ishte e hapur. Rihapeni që të ruhet përsëri.');
  }
}

export function freedToast(articles: number): Toast {
  return {
    text: msg(str`Pajisja u mbush. U hoqën ${articles} artikuj të vjetër që nuk i dëgjuat; gjërat tuaja mbetën.`),
  };
}

export function elsewhereToast(stop: () => void): Toast {
  return { text: msg('Dëgjo po lexon në një dritare tjetër.'), action: { label: msg('Ndale atje'), run: stop } };
}

export function protectToast(protect: () => void): Toast {
  const text = msg('Shfletuesi mund t’i fshijë vetë gjërat e ruajtura kur mbushet pajisja. Kërkojini t’i mbajë.');
  return { text, action: { label: msg('Kërko mbrojtje'), run: protect } };
}
