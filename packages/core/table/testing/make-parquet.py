"""Writes types-{snappy,zstd}.parquet beside itself: every kind of column, nulls, two row groups. Needs pyarrow (25.0)."""

from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

table = pa.table(
    {
        "whole": pa.array([1, None, 3, -4], pa.int64()),
        "id": pa.array([2**62 + 1, 2**62 + 2, 2**62 + 3, 2**62 + 4], pa.int64()),
        "real": pa.array([0.5, 1.5, float("nan"), None], pa.float64()),
        "amount": pa.array([Decimal("12.30"), None, Decimal("-0.05"), Decimal("99.99")], pa.decimal128(9, 2)),
        "flag": pa.array([True, False, None, True], pa.bool_()),
        "day": pa.array([date(2026, 1, 31), None, date(1969, 12, 31), date(2000, 2, 29)], pa.date32()),
        "time": pa.array(
            [datetime(2026, 1, 31, 12, 30, 15, 250000, timezone.utc), None, None, datetime(1970, 1, 1, tzinfo=timezone.utc)],
            pa.timestamp("us", "UTC"),
        ),
        "word": pa.array(["12", "12", None, "007"], pa.string()),
        "level": pa.array(["low", "high", "low", "high"]).dictionary_encode(),
        "list": pa.array([[1], [2, 3], [], None], pa.list_(pa.int64())),
    }
)
for compression in ("snappy", "zstd"):
    path = Path(__file__).with_name(f"types-{compression}.parquet")
    pq.write_table(table, path, compression=compression, row_group_size=3)
