// What rak.js and carirak.js add to suluh, for the type check; the browser does not get this file.
interface Suluh {
  Shelf: new (root: any, language: any) => any;
  openShelf(): Promise<any>;
  ShelfPages: new (page: any, tools: any) => any;
}
