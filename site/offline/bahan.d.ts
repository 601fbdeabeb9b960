// What bahan.js adds to suluh, for the type check; the browser does not get this file.
interface Suluh {
  bundleMarkdown(bundle: any): string;
  bundlePage(title: string, main: Element, bundle: { day: string; version: string }): string;
}
