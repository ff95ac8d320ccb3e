// Which distribution on PyPI an import comes from, where the names differ.
// One line a pair: the import (dotted where a namespace is shared, the longest prefix counts), then its distributions; several where any of them will do.
// What a wheel's RECORD was read for stands in verified-imports.ts: here stand lists, namespaces, and what has no wheel for this platform.
// `pydantic_settings` and the like, whose names are equal in normal form, stand in same-names.ts.

import { canonicalName } from "@caio/repo-model/manifests";
import { verifiedImports } from "./verified-imports.js";

const table = `
ninja django-ninja ninja
modelsearch modelsearch django-modelsearch
sendfile django-sendfile2 django-sendfile
allure allure-pytest allure-python-commons
camelot camelot-py
pinecone pinecone pinecone-client
skbuild scikit-build
cv2 opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless
usb1 libusb1
psycopg2 psycopg2 psycopg2-binary
MySQLdb mysqlclient
mysql.connector mysql-connector-python
ldap python-ldap
py.test pytest
mpl_toolkits matplotlib
win32api pywin32
win32con pywin32
win32com pywin32
win32file pywin32
win32gui pywin32
win32process pywin32
win32service pywin32
pythoncom pywin32
pywintypes pywin32
gi PyGObject
cairo pycairo
wx wxPython
rest_framework_simplejwt djangorestframework-simplejwt
compressor django-compressor
haystack django-haystack
reversion django-reversion
nmap python-nmap
Xlib python-xlib
dbus dbus-python
rtmidi python-rtmidi
snap7 python-snap7
Levenshtein Levenshtein python-Levenshtein
jenkins python-jenkins
keycloak python-keycloak
barcode python-barcode
bidi python-bidi
pypandoc pypandoc pypandoc-binary
vlc python-vlc
tensorflow tensorflow tensorflow-cpu tensorflow-macos
faiss faiss-cpu faiss-gpu
igraph python-igraph igraph
osgeo GDAL
google.rpc googleapis-common-protos
grpc_tools grpcio-tools
grpc_health grpcio-health-checking
grpc_reflection grpcio-reflection
kafka kafka-python kafka-python-ng
stomp stomp.py
snowflake.connector snowflake-connector-python
snowflake.snowpark snowflake-snowpark-python
databricks.sql databricks-sql-connector
atlassian atlassian-python-api
wikipediaapi Wikipedia-API
whois python-whois
pact pact-python
appium Appium-Python-Client
cassandra cassandra-driver
jpype JPype1
clr pythonnet
rapidjson python-rapidjson
readability readability-lxml
newspaper newspaper3k
Quartz pyobjc-framework-Quartz
AppKit pyobjc-framework-Cocoa
Foundation pyobjc-framework-Cocoa
objc pyobjc-core
RPi RPi.GPIO
busio Adafruit-Blinka
bluetooth PyBluez
ansible ansible-core
aws_cdk aws-cdk-lib
samtranslator aws-sam-translator
pyflink apache-flink
dbt dbt-core
rediscluster redis-py-cluster
snappy python-snappy
patoolib patool
odf odfpy
win32clipboard pywin32
multipart python-multipart multipart
py pytest py
pydantic_ai pydantic-ai-slim pydantic-ai
phonenumbers phonenumbers phonenumberslite
google.api googleapis-common-protos
google.type googleapis-common-protos
google.longrunning googleapis-common-protos
google.logging googleapis-common-protos
`;

/** Distributions by import, dotted or not. */
export const distributionsOf: ReadonlyMap<string, readonly string[]> = joined();

function joined(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of table.trim().split("\n")) {
    const [name = "", ...distributions] = line.split(" ");
    found.set(name, distributions);
  }
  for (const { module, distribution } of verifiedImports) {
    const known = found.get(module);
    if (known === undefined) found.set(module, [distribution]);
    else if (!known.some((one) => canonicalName(one) === canonicalName(distribution))) known.push(distribution);
  }
  return found;
}
