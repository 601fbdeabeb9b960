package corpus_test

import (
	"encoding/json"
	"testing"
	"time"

	"suluh/corpus"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		name, in string
		long     string // "" where it must be refused
	}{
		{"day", "2007-04-19", "19 April 2007"},
		{"leap day", "2024-02-29", "29 Februari 2024"},
		{"last day of a year", "2025-12-31", "31 Desember 2025"},
		{"no leap year", "2026-02-29", ""},
		{"day 30 of February", "2026-02-30", ""},
		{"month 13", "2026-13-01", ""},
		{"day 0", "2026-01-00", ""},
		{"Indonesian order", "19-04-2007", ""},
		{"short", "2007-4-19", ""},
		{"with a time", "2007-04-19T00:00:00Z", ""},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := corpus.ParseDate(tt.in)
			if (err == nil) != (tt.long != "") || got.Long() != tt.long {
				t.Fatalf("ParseDate(%q) = %q, %v, want %q", tt.in, got.Long(), err, tt.long)
			}
			if err == nil && got.String() != tt.in {
				t.Errorf("ParseDate(%q).String() = %q, want what went in", tt.in, got)
			}
		})
	}
}

func TestMustParseDatePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustParseDate(2026-02-30) returned, want a panic")
		}
	}()
	corpus.MustParseDate("2026-02-30")
}

func TestDateOrder(t *testing.T) {
	tests := []struct {
		a, b string
		want bool // a before b
	}{
		{"2026-01-01", "2026-01-02", true},
		{"2025-12-31", "2026-01-01", true},
		{"2026-01-31", "2026-02-01", true},
		{"2026-01-02", "2026-01-02", false},
		{"2026-02-01", "2026-01-31", false},
	}
	for _, tt := range tests {
		if got := corpus.MustParseDate(tt.a).Before(corpus.MustParseDate(tt.b)); got != tt.want {
			t.Errorf("%s.Before(%s) = %t, want %t", tt.a, tt.b, got, tt.want)
		}
	}
	if !(corpus.Date{}).Before(corpus.MustParseDate("1945-08-17")) {
		t.Error("the zero Date is not before 1945-08-17, want it before every day")
	}
}

func TestPreviousDay(t *testing.T) {
	for in, want := range map[string]string{"2026-01-02": "2026-01-01", "2026-01-01": "2025-12-31", "2024-03-01": "2024-02-29", "2026-03-01": "2026-02-28"} {
		if got := corpus.MustParseDate(in).PreviousDay().String(); got != want {
			t.Errorf("PreviousDay(%s) = %s, want %s", in, got, want)
		}
	}
}

// TestDateOf takes the day of the clock's own zone: at that moment it was 2 January in Jakarta, 1 January in London.
func TestDateOf(t *testing.T) {
	jakarta := time.FixedZone("WIB", 7*60*60)
	moment := time.Date(2026, 1, 2, 3, 0, 0, 0, jakarta)
	if got, want := corpus.DateOf(moment).String(), "2026-01-02"; got != want {
		t.Errorf("DateOf(%s) = %s, want %s", moment, got, want)
	}
	if got, want := corpus.DateOf(moment.UTC()).String(), "2026-01-01"; got != want {
		t.Errorf("DateOf(%s) = %s, want %s", moment.UTC(), got, want)
	}
}

func TestZeroDate(t *testing.T) {
	var d corpus.Date
	if !d.IsZero() || d.String() != "" || d.Long() != "" {
		t.Errorf("zero Date = %t, %q, %q, want true and two empty strings", d.IsZero(), d.String(), d.Long())
	}
}

func TestDateJSON(t *testing.T) {
	want := corpus.MustParseDate("2007-04-19")
	data, err := json.Marshal(want)
	if err != nil || string(data) != `"2007-04-19"` {
		t.Fatalf("Marshal(%s) = %s, %v, want %q", want, data, err, "2007-04-19")
	}
	var got corpus.Date
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("Unmarshal(%s) = %s, %v, want %s", data, got, err, want)
	}
	if err := json.Unmarshal([]byte(`"2026-02-30"`), &got); err == nil {
		t.Errorf("Unmarshal(2026-02-30) = %s, want an error", got)
	}
}
