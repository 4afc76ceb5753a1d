/** What is to be read in a page, for tests: its words in one language, a space between two elements. */

export function textIn(page: string, language: 'en' | 'ko'): string {
  const other = language === 'en' ? 'ko' : 'en';
  return page
    .replace(/^[\s\S]*<body>/, '')
    .replace(/<script>[\s\S]*<\/script>/, '')
    .replace(new RegExp(`<(t?span) lang="${other}">.*?</\\1>`, 'gs'), '')
    .replaceAll(/<\/?(p|li|h\d|section|td|th|ul|b|span|svg)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([:,])/g, '$1');
}
