// What templat.js adds to suluh, for the type check; the browser does not get this file.
interface Suluh {
  render(tree: Record<string, any[]>, model: any): string;
  SafeHTML: new (html: string) => { html: string };
}

interface Window {
  suluh: Suluh;
}
