/**
 * What the engine would do too late, since it comes when an article is opened: to silence what outlived a reload, and to
 * ask for the voices, which some platforms list only a second or two after that.
 */
export function rouseVoices(): void {
  if (!('speechSynthesis' in window)) return;
  window.speechSynthesis.cancel();
  window.speechSynthesis.getVoices();
}
