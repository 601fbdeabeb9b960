package site

// GuideShards gives the tests what the charging guide of the export loads.
func (s *Site) GuideShards() ([]Shard, error) { return s.guideShards() }
