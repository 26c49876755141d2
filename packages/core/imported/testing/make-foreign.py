"""Makes the ONNX files and scores beside it from pima-diabetes.csv.gz: python make-foreign.py

Needs numpy, pandas, scikit-learn, lightgbm and onnx. The graphs are laid out as skl2onnx 1.19 and onnxmltools 1.14 lay
them out: operators of ai.onnx.ml, a label and a probability for each class, the latter through a ZipMap or as it is.
"""

import pathlib

import lightgbm
import numpy as np
import pandas as pd
from onnx import TensorProto, helper
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

here = pathlib.Path(__file__).parent
table = pd.read_csv(here / "../../testing/pima-diabetes.csv.gz")
names = [name for name in table.columns if name != "diabetes"]
x = table[names].to_numpy(np.float32)
y = (table["diabetes"] == "pos").to_numpy(int)
ML = "ai.onnx.ml"
FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
maps = helper.make_sequence_type_proto(
    helper.make_map_type_proto(INT64, helper.make_tensor_type_proto(FLOAT, None))
)


def save(file, producer, nodes, inputs, outputs):
    graph = helper.make_graph(nodes, "graph", inputs, outputs)
    sets = [helper.make_opsetid(ML, 1), helper.make_opsetid("", 15)]
    model = helper.make_model(graph, producer_name=producer, opset_imports=sets, ir_version=8)
    (here / file).write_bytes(model.SerializeToString())


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def zipped(probabilities, output):
    return helper.make_node("ZipMap", [probabilities], [output], domain=ML, classlabels_int64s=[0, 1])


# scikit-learn: a pipeline that fills, scales and fits a logistic regression.
pipeline = make_pipeline(SimpleImputer(), StandardScaler(), LogisticRegression(C=1.0)).fit(x[:600], y[:600])
imputer, scaler, logistic = (step for _, step in pipeline.steps)


def pipeline_nodes(matrix):
    own, bias = logistic.coef_[0].tolist(), float(logistic.intercept_[0])
    return [
        helper.make_node(
            "Imputer", [matrix], ["variable"], domain=ML,
            imputed_value_floats=imputer.statistics_.tolist(), replaced_value_float=float("nan"),
        ),
        helper.make_node(
            "Scaler", ["variable"], ["variable1"], domain=ML,
            offset=scaler.mean_.tolist(), scale=(1 / scaler.scale_).tolist(),
        ),
        helper.make_node(
            "LinearClassifier", ["variable1"], ["label", "probability_tensor"], domain=ML,
            classlabels_ints=[0, 1], coefficients=[-c for c in own] + own, intercepts=[-bias, bias],
            multi_class=1, post_transform="LOGISTIC",
        ),
        helper.make_node("Normalizer", ["probability_tensor"], ["probabilities"], domain=ML, norm="L1"),
        helper.make_node("Cast", ["label"], ["output_label"], to=INT64),
    ]


matrix_input = [value("X", FLOAT, [None, len(names)])]
label = value("output_label", INT64, [None])
save(
    "scikit-zipmap.onnx", "skl2onnx",
    [*pipeline_nodes("X"), zipped("probabilities", "output_probability")],
    matrix_input, [label, helper.make_value_info("output_probability", maps)],
)
save(
    "scikit-tensor.onnx", "skl2onnx", pipeline_nodes("X"),
    matrix_input, [label, value("probabilities", FLOAT, [None, 2])],
)
save(
    "scikit-columns.onnx", "skl2onnx",
    [helper.make_node("Concat", names, ["merged_columns"], axis=1), *pipeline_nodes("merged_columns"),
     zipped("probabilities", "output_probability")],
    [value(name, FLOAT, [None, 1]) for name in names],
    [label, helper.make_value_info("output_probability", maps)],
)

# LightGBM: leaves as weights of class 0, the logistic function inside the operator.
trees = lightgbm.LGBMClassifier(
    n_estimators=20, num_leaves=7, learning_rate=0.1, min_child_samples=20, verbose=-1, n_jobs=1, deterministic=True
).fit(x[:600], y[:600])


def tree_attributes(dump):
    nodes = {key: [] for key in (
        "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_modes", "nodes_values", "nodes_truenodeids",
        "nodes_falsenodeids", "nodes_missing_value_tracks_true", "nodes_hitrates",
    )}
    leaves = {"treeids": [], "nodeids": [], "ids": [], "weights": []}

    def add(tree, node, ids):
        own = next(ids)
        place = len(nodes["nodes_nodeids"])
        branch = "split_feature" in node
        row = (tree, own, node.get("split_feature", 0), "BRANCH_LEQ" if branch else "LEAF",
               float(node.get("threshold", 0.0)), 0, 0, int(branch and node["default_left"]), 1.0)
        for key, cell in zip(nodes, row):
            nodes[key].append(cell)
        if branch:
            nodes["nodes_truenodeids"][place] = add(tree, node["left_child"], ids)
            nodes["nodes_falsenodeids"][place] = add(tree, node["right_child"], ids)
        else:
            for key, cell in zip(leaves, (tree, own, 0, float(node["leaf_value"]))):
                leaves[key].append(cell)
        return own

    for tree in dump["tree_info"]:
        add(tree["tree_index"], tree["tree_structure"], iter(range(10_000)))
    return nodes, leaves


nodes, leaves = tree_attributes(trees.booster_.dump_model())
classifier = helper.make_node(
    "TreeEnsembleClassifier", ["input"], ["label_tensor", "probability_tensor"], domain=ML,
    classlabels_int64s=[0, 1], post_transform="LOGISTIC",
    **nodes, **{f"class_{key}": cells for key, cells in leaves.items()},
)
copies = [
    helper.make_node("Identity", ["label_tensor"], ["label"]),
    helper.make_node("Identity", ["probability_tensor"], ["probabilities"]),
]
tree_input = [value("input", FLOAT, [None, len(names)])]
tree_label = value("label", INT64, [None])
save(
    "lightgbm-tensor.onnx", "OnnxMLTools", [classifier, *copies],
    tree_input, [tree_label, value("probabilities", FLOAT, [None, 2])],
)
save(
    "lightgbm-zipmap.onnx", "OnnxMLTools", [classifier, copies[0], zipped("probability_tensor", "probabilities")],
    tree_input, [tree_label, helper.make_value_info("probabilities", maps)],
)

# What must be refused: a model of a quantity, and one of three classes.
regressor = helper.make_node(
    "TreeEnsembleRegressor", ["input"], ["variable"], domain=ML, n_targets=1, post_transform="NONE",
    **nodes, **{f"target_{key}": cells for key, cells in leaves.items()},
)
save("lightgbm-regressor.onnx", "OnnxMLTools", [regressor], tree_input, [value("variable", FLOAT, [None, 1])])
three = LogisticRegression().fit(np.nan_to_num(x[:600, :2]), np.digitize(x[:600, 7], [25, 40]))
save(
    "scikit-three.onnx", "skl2onnx",
    [helper.make_node(
        "LinearClassifier", ["X"], ["label", "probabilities"], domain=ML, classlabels_ints=[0, 1, 2],
        coefficients=three.coef_.flatten().tolist(), intercepts=three.intercept_.tolist(),
        multi_class=1, post_transform="SOFTMAX",
    )],
    [value("X", FLOAT, [None, 2])], [value("label", INT64, [None]), value("probabilities", FLOAT, [None, 3])],
)

pd.DataFrame({
    "scikit": pipeline.predict_proba(x)[:, 1],
    "lightgbm": trees.predict_proba(x)[:, 1],
}).to_csv(here / "predict-proba.csv", index=False, float_format="%.9f")
