"""The process of LightGBM. It speaks the same lines as praxis.ts, and reads the same numbers."""
import json
import os
import sys
import time


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import lightgbm
    import numpy
except ImportError as error:
    say(kind="failed", message=f"LightGBM is missing: {error}")
    sys.exit(1)

task = json.loads(sys.argv[1])
growing = json.loads(sys.argv[2])
labels = numpy.fromfile(os.path.join(task["folder"], "labels.bin"), dtype=numpy.uint8)
values = numpy.fromfile(os.path.join(task["folder"], "values.bin"), dtype=numpy.float32).reshape(len(labels), -1)
parameters = {
    "objective": "binary",
    "num_leaves": growing["leaves"],
    "learning_rate": growing["learningRate"],
    "min_data_in_leaf": growing["minRows"],
    "max_bin": growing["bins"],
    "num_threads": task["threads"],
    "verbose": -1,
}


def fit(rows):
    data = lightgbm.Dataset(values[:rows], labels[:rows], params=parameters)
    return lightgbm.train(parameters, data, growing["trees"])


say(kind="ready", config=f"LightGBM {lightgbm.__version__}")
for line in sys.stdin:
    if line.strip() == "train":
        start, cpu = time.perf_counter(), time.process_time()
        fit(task["rows"])
        say(kind="trained", seconds=time.perf_counter() - start, cpuSeconds=time.process_time() - cpu)
    else:
        scores = fit(task["testStart"]).predict(values[task["testStart"] :], raw_score=True)
        scores.astype(numpy.float64).tofile(os.path.join(task["folder"], "scores.bin"))
        say(kind="judged", scoringMicroseconds=None)
