import type { Library } from './library/library.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import type { BrowserVoice } from './speech/espeak/browser-engine.ts';
import type { SharedEngine } from './speech/shared-engine.ts';
import { VoiceCatalogue, type SystemVoiceSource, type VoiceSource } from './speech/voice-catalogue.ts';
import { VoiceSampler } from './speech/voice-sampler.ts';
import { scriptAddress } from './trusted-types.ts';
import type { VoiceDesk } from './ui/contexts.ts';

interface Parts {
  readonly system: SystemVoiceSource;
  readonly espeak: VoiceSource;
  readonly engine: SharedEngine;
  readonly session: ListeningSession;
  readonly library: Library;
  readonly voice: () => Promise<BrowserVoice>;
}

/** What main.ts makes when a page about voices is first opened, or an article is first saved as audio. */
export function openVoiceDesk({ system, espeak, engine, session, library, voice }: Parts): VoiceDesk {
  const voices = new VoiceCatalogue(system, espeak);
  const manner = () => ({ voice: voices.chosen(library.settings), pitch: library.settings.pitch });
  const sampler = new VoiceSampler(engine.speaker(), manner, () => session.pause());
  void voices.refresh();
  return {
    voices,
    sampler,
    pack: async () => (await voice()).pack,
    async recordingOf(article) {
      const [{ ArticleRecording }, { browserSaver }, { pack }] = await Promise.all([
        import('./listening/article-recording.ts'),
        import('./speech/espeak/browser-saver.ts'),
        voice(),
      ]);
      return ArticleRecording.of(article, library.settings, browserSaver(pack, scriptAddress));
    },
  };
}
