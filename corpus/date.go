package corpus

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day without a time or a zone. The zero Date means "not known".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NotADay is the form of the error of [ParseDate].
const NotADay = "%q bukan tanggal; tulis TTTT-BB-HH, misalnya 2007-04-19"

// ParseDate reads a day written as YYYY-MM-DD. It refuses days that no calendar has, such as 2026-02-30.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf(NotADay, s)
	}
	return DateOf(t), nil
}

// MustParseDate is ParseDate for days written in code; it panics on a day that does not exist.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the day of t in the zone of t.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d comes before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// PreviousDay returns the day before d.
func (d Date) PreviousDay() Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day-1, 0, 0, 0, 0, time.UTC))
}

// NextDay returns the day after d.
func (d Date) NextDay() Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+1, 0, 0, 0, 0, time.UTC))
}

// Compare is negative if d comes before e, and positive if it comes after.
func (d Date) Compare(e Date) int {
	return (d.Year*10000 + int(d.Month)*100 + d.Day) - (e.Year*10000 + int(e.Month)*100 + e.Day)
}

// String returns the day as YYYY-MM-DD, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 0 || d.Year > 9999 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	y, m := d.Year, int(d.Month)
	return string([]byte{digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(d.Day / 10), digit(d.Day)})
}

var months = [...]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
	"Oktober", "November", "Desember"}

// Long returns the day in Indonesian, "19 April 2007", and "" for the zero Date.
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " " + months[d.Month-1] + " " + strconv.Itoa(d.Year)
}

// UnmarshalText reads YYYY-MM-DD.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
