/** „km kilometër,h orë“: what is written, a blank, and what it stands for; entries are parted by commas. */
export const entriesOf = (table: string): [written: string, rest: string][] =>
  table.split(',').map((entry) => entry.split(/ (.*)/) as [string, string]);
