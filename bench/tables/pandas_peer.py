"""pandas beside Praxis: `read FILE` reads a table and prints seconds, processor time and peak memory; `parquet FROM TO` writes one."""

import json
import resource
import sys
import time

import pandas

dates = ["when", "day"]


def read(path):
    if ".parquet" in path:
        return pandas.read_parquet(path)
    if ".jsonl" in path:
        return pandas.read_json(path, lines=True, convert_dates=dates)
    return pandas.read_csv(path, parse_dates=dates)


if sys.argv[1] == "parquet":
    read(sys.argv[2]).to_parquet(sys.argv[3], compression="snappy", row_group_size=131072)
else:
    start, used = time.perf_counter(), time.process_time()
    frame = read(sys.argv[2])
    seconds, cpu = time.perf_counter() - start, time.process_time() - used
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    measured = {"rows": len(frame), "columns": frame.shape[1], "seconds": seconds, "cpuSeconds": cpu, "peakMb": megabytes}
    print(json.dumps(measured))
