/** A public outlet in Albanian that a listener may choose to follow. */
export interface StarterSource {
  readonly title: string;
  readonly region: 'albania' | 'kosovo' | 'north-macedonia' | 'montenegro' | 'serbia' | 'diaspora' | 'international';
  readonly homepage: string;
  /** Where its feed is presumed to be; without one, the site has to be asked. */
  readonly feed?: string;
  /** Has the feed been opened from here? None has: the list is from common knowledge and public lists of feeds. */
  readonly checked: false;
}

type Entry = readonly [title: string, homepage: string, feed?: string];

/** `feed` is a path at the site, or an address elsewhere. */
const entries: Readonly<Record<StarterSource['region'], readonly Entry[]>> = {
  albania: [
    ['ABC News Albania', 'https://abcnews.al/', '/feed/'],
    ['Agjencia Telegrafike Shqiptare', 'https://ata.gov.al/', '/feed/'],
    ['BalkanWeb', 'https://www.balkanweb.com/', '/feed/'],
    ['Citizens.al', 'https://citizens.al/', '/feed/'],
    ['Euronews Albania', 'https://euronews.al/', '/feed/'],
    ['Faktoje.al', 'https://faktoje.al/', '/feed/'],
    ['Gazeta Dita', 'https://gazetadita.al/', '/feed/'],
    ['Gazeta Shqiptare', 'https://gazetashqiptare.al/', '/feed/'],
    ['Gazeta Tema', 'https://www.gazetatema.net/', '/feed/'],
    ['Lapsi.al', 'https://lapsi.al/', '/feed/'],
    ['Monitor', 'https://monitor.al/', '/feed/'],
    ['News24', 'https://www.news24.al/', '/feed/'],
    ['Panorama', 'https://www.panorama.com.al/', '/feed/'],
    ['Radio Televizioni Shqiptar', 'https://lajme.rtsh.al/'],
    ['Reporter.al', 'https://www.reporter.al/', '/feed/'],
    ['Shqiptarja.com', 'https://shqiptarja.com/', '/rss'],
    ['Top Channel', 'https://top-channel.tv/', '/feed/'],
    ['Vizion Plus', 'https://www.vizionplus.tv/', '/feed/'],
  ],
  kosovo: [
    ['Bota Sot', 'https://www.botasot.info/'],
    ['Epoka e Re', 'https://www.epokaere.com/', '/feed/'],
    ['Gazeta Blic', 'https://gazetablic.com/', '/feed/'],
    ['Gazeta Express', 'https://www.gazetaexpress.com/', '/feed/'],
    ['Indeksonline', 'https://indeksonline.net/', '/feed/'],
    ['Kallxo.com', 'https://kallxo.com/', '/feed/'],
    ['Koha.net', 'https://www.koha.net/', '/rss'],
    ['KosovaPress', 'https://kosovapress.com/', '/feed/'],
    ['Kosovo 2.0', 'https://kosovotwopointzero.com/', '/feed/'],
    ['Radio Televizioni i Kosovës', 'https://www.rtklive.com/sq/'],
    ['Sbunker', 'https://sbunker.org/', '/feed/'],
    ['Telegrafi', 'https://telegrafi.com/', '/feed/'],
    ['Zëri', 'https://zeri.info/', '/rss'],
  ],
  'north-macedonia': [
    ['Alsat', 'https://alsat.mk/', '/feed/'],
    ['Koha.mk', 'https://www.koha.mk/', '/feed/'],
    ['Portalb', 'https://portalb.mk/', '/feed/'],
    ['TV21', 'https://tv21.tv/', '/feed/'],
    ['Zhurnal', 'https://zhurnal.mk/', '/feed/'],
  ],
  montenegro: [['Malësia.org', 'https://malesia.org/', '/feed/']],
  serbia: [['Lugina Lajm', 'https://luginalajm.com/', '/feed/']],
  diaspora: [
    ['albinfo.ch', 'https://www.albinfo.ch/', '/feed/'],
    ['Dielli', 'https://gazetadielli.com/', '/feed/'],
    ['Illyria', 'https://illyriapress.com/', '/feed/'],
  ],
  international: [
    ['Deutsche Welle', 'https://www.dw.com/sq/', 'https://rss.dw.com/xml/rss-sq-all'],
    ['Global Voices', 'https://sq.globalvoices.org/', '/feed/'],
    ['Radio Evropa e Lirë', 'https://www.evropaelire.org/', '/api/'],
    ['Vatican News', 'https://www.vaticannews.va/sq.html', '/sq.rss.xml'],
    ['Zëri i Amerikës', 'https://www.zeriamerikes.com/'],
  ],
};

/** To choose from, by region and name. Nothing of it is followed, or even asked for, until it is chosen. */
export const starterSources: readonly StarterSource[] = Object.entries(entries).flatMap(([region, list]) =>
  list.map(([title, homepage, feed]) => ({
    title,
    region: region as StarterSource['region'],
    homepage,
    ...(feed !== undefined && { feed: new URL(feed, homepage).href }),
    checked: false,
  })),
);
