// Which distribution on PyPI an import comes from, where the names differ.
// One line a pair: the import (dotted where a namespace is shared, the longest prefix counts), then its distributions; several where any of them will do.
// Rows of one distribution stand in verified-imports.ts; here stand lists, namespaces, and wheels of other systems. Behind an @ is the version whose
// wheel's RECORD bears the row out (tools/bench/env-check/verify-imports.py --wheels); what has none is published as a source alone, or not for any
// system that a wheel was fetched for, and stands here by its own documentation.
// `pydantic_settings` and the like, whose names are equal in normal form, stand in same-names.ts.

import { canonicalName } from "@caio/repo-model/manifests";
import { verifiedImports } from "./verified-imports.js";

const table = `
ninja django-ninja@1.7.1 ninja@1.13.2
modelsearch modelsearch@1.3.2
sendfile django-sendfile
django_sendfile django-sendfile2@0.7.2
allure allure-python-commons@2.16.2
camelot camelot-py@2.0.0
pinecone pinecone@10.2.0 pinecone-client@6.0.0
skbuild scikit-build@0.19.1
cv2 opencv-python@5.0.0.93 opencv-python-headless@5.0.0.93 opencv-contrib-python@5.1.0.95 opencv-contrib-python-headless@5.0.0.93
usb1 libusb1@3.4.0
psycopg2 psycopg2@2.9.13 psycopg2-binary@2.9.13
MySQLdb mysqlclient@2.3.2
mysql.connector mysql-connector-python@26.10.0
ldap python-ldap
mpl_toolkits matplotlib@3.11.2
win32api pywin32@312
win32con pywin32@312
win32com pywin32@312
win32file pywin32@312
win32gui pywin32@312
win32process pywin32@312
win32service pywin32@312
pythoncom pywin32@312
pywintypes pywin32@312
gi PyGObject
cairo pycairo@1.29.2
wx wxPython@4.3.2
rest_framework_simplejwt djangorestframework-simplejwt@5.5.1
compressor django-compressor@4.6.0
haystack django-haystack@3.1.1
reversion django-reversion@6.4.0
nmap python-nmap
Xlib python-xlib@0.33
dbus dbus-python
rtmidi python-rtmidi@1.5.8
snap7 python-snap7@3.3.0
Levenshtein Levenshtein@0.27.5
jenkins python-jenkins@1.8.3
keycloak python-keycloak@7.1.1
barcode python-barcode@0.16.1
bidi python-bidi@0.6.12
pypandoc pypandoc@1.17 pypandoc-binary@1.17
vlc python-vlc@3.0.21203
tensorflow tensorflow@2.21.0 tensorflow-cpu@2.21.0 tensorflow-macos
faiss faiss-cpu@1.15.1 faiss-gpu
mlflow mlflow@3.18.0 mlflow-skinny@3.17.2
onnxruntime onnxruntime@1.32.0 onnxruntime-gpu@1.31.1
polars polars@2.1.0 polars-lts-cpu@1.33.1
prefect prefect@3.9.1 prefect-client@3.9.0
xgboost xgboost@3.2.0 xgboost-cpu@3.2.0
airflow apache-airflow@2.10.5 apache-airflow-core@3.3.2
igraph igraph@1.0.0
osgeo GDAL
google.rpc googleapis-common-protos@1.76.0
grpc_tools grpcio-tools@1.85.1
grpc_health grpcio-health-checking@1.85.1
grpc_reflection grpcio-reflection@1.85.1
kafka kafka-python@3.0.12 kafka-python-ng@2.2.3
stomp stomp.py@9.0.0
snowflake.connector snowflake-connector-python@5.2.0
snowflake.snowpark snowflake-snowpark-python@1.56.0
databricks.sql databricks-sql-connector@4.9.0
atlassian atlassian-python-api@5.0.5
wikipediaapi Wikipedia-API@0.16.0
whois python-whois@0.9.6
pact pact-python@4.2.0
appium Appium-Python-Client@6.0.9
cassandra cassandra-driver@3.30.1
jpype JPype1@1.7.1
clr pythonnet@3.2.1
rapidjson python-rapidjson@1.25
readability readability-lxml@0.9
newspaper newspaper3k@0.2.8
Quartz pyobjc-framework-Quartz@13.0
AppKit pyobjc-framework-Cocoa@13.0
Foundation pyobjc-framework-Cocoa@13.0
objc pyobjc-core@13.0
RPi RPi.GPIO
busio Adafruit-Blinka@10.0.0
bluetooth PyBluez
ansible ansible-core@2.19.14
aws_cdk aws-cdk-lib@2.275.0
samtranslator aws-sam-translator@1.115.0
pyflink apache-flink@2.3.0
dbt dbt-core@1.12.6
rediscluster redis-py-cluster@2.1.3
snappy python-snappy@0.7.3
patoolib patool@4.0.7
odf odfpy
win32clipboard pywin32@312
multipart python-multipart@0.0.34 multipart@2.0.1
py pytest@9.2.0 py@1.11.0
pydantic_ai pydantic-ai-slim@2.68.0
phonenumbers phonenumbers@9.0.43 phonenumberslite@9.0.42
google.api googleapis-common-protos@1.76.0
google.type googleapis-common-protos@1.76.0
google.longrunning googleapis-common-protos@1.76.0
google.logging googleapis-common-protos@1.76.0
`;

/** The pairs that no wheel's RECORD bears out. */
export const unverified: readonly string[] = table
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [name = "", ...distributions] = line.split(" ");
    return distributions.filter((one) => !one.includes("@")).map((one) => `${name} ${one}`);
  });

/** Distributions by import, dotted or not. */
export const distributionsOf = (): ReadonlyMap<string, readonly string[]> => (all ??= joined());
let all: ReadonlyMap<string, readonly string[]> | undefined;

function joined(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of table.trim().split("\n")) {
    const [name = "", ...distributions] = line.split(" ");
    found.set(
      name,
      distributions.map((one) => one.replace(/@.*$/, "")),
    );
  }
  for (const { module, distribution } of verifiedImports) {
    const known = found.get(module);
    if (known === undefined) found.set(module, [distribution]);
    else if (!known.some((one) => canonicalName(one) === canonicalName(distribution))) known.push(distribution);
  }
  return found;
}
