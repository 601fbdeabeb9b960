// What luring.js adds to suluh, for the type check; the browser does not get this file.
interface Suluh {
  root: string;
  page: string;
  main: HTMLElement;
  started: Promise<void>; // settles when the page is as it should be
  askedDay: string;
  withDay(address: string, day: string): string;
  lookup(text: string, day: string): Promise<{ work: string; fragment: string; held: boolean; label: string; why: string }[]>;
  query: URLSearchParams;
  copyDay: string;
  load(name: string): Promise<any>;
  receive(name: string, value: any): void;
  loadScript(name: string): Promise<void>;
  address(address: string): Promise<string>;
  hasImported(work: string): Promise<boolean>;
  place(element: Element, html: string): Promise<void>;
  tell(kind: string, ...words: (string | Node)[]): void;
  longDay(day: string): string;
  clockDay(): string;
  isDay(day: string): boolean;
}

declare var suluh: Suluh;
