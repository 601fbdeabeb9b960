package indonesian

// Listed reports whether a stem comes from a table rather than from the rules.
func Listed(stem string) bool { return roots[stem] == stem }
