// What rujukan.js, analisis.js, peringkat.js and cari.js add to suluh, for the type check; the browser does not get this file.
interface Suluh {
  lower(text: string): string;
  fragmentLabel(fragment: string): string;
  citations(): Promise<any>;
  lookup(text: string, day: string): Promise<{ work: string; fragment: string; held: boolean; label: string; why: string }[]>;
  Language: new (tables: any) => any;
  words(text: string): { term: string; start: number; end: number; position: number; numeric: boolean }[];
  places(text: string): { start: number; end: number; numeric: boolean }[];
  Searcher: new (root: any, language: any) => any;
  search(query: { text: string; filter?: Record<string, string[]>; day?: string; page?: number; perPage?: number; count?: string[] }): Promise<any>;
  corrected(text: string): Promise<string>;
  articlesOf(list: string): string[];
  citing<T>(text: string, read: (finder: any) => Promise<T[]>): Promise<T[]>;
  wording(work: string, fragment: string, day: string): Promise<any>;
  comparison(words: any, asks: URLSearchParams): Promise<{ sides: any[]; ready: boolean; same: boolean }>;
  trim(text: string): string;
  shown: Promise<void>; // done when the page of a search is made
}
