/**
 * The language of the page: the one that its address names, or the browser's. Both languages stand in
 * the page; the style shows those of `<html lang>`.
 */
import { readAddress, writeAddress } from './address';

export function switchLanguages(page: Document): void {
  const wanted = readAddress().get('lang');
  setLanguage(page, isLanguage(wanted) ? wanted : browsersLanguage());
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-language]')) {
    button.addEventListener('click', () => {
      const language = button.dataset['language'] ?? '';
      if (!isLanguage(language)) return;
      setLanguage(page, language);
      const remember = (): void => writeAddress((address) => address.set('lang', language));
      remember();
      // A link within the page would forget it.
      addEventListener('hashchange', () => page.documentElement.lang === language && remember());
    });
  }
  for (const choice of page.querySelectorAll<HTMLElement>('.overview-languages')) {
    choice.hidden = false;
  }
}

type Language = 'en' | 'ko';

function isLanguage(text: string | null): text is Language {
  return text === 'en' || text === 'ko';
}

function browsersLanguage(): Language {
  const known = navigator.languages.find((language) => /^(en|ko)\b/.test(language));
  return known?.startsWith('ko') === true ? 'ko' : 'en';
}

function setLanguage(page: Document, language: Language): void {
  page.documentElement.lang = language;
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === language));
  }
}
