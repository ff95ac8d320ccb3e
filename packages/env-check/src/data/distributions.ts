// Which distribution on PyPI an import comes from, where the names differ.
// One line a pair: the import (dotted where a namespace is shared, the longest prefix counts), then its distributions; several where any of them will do.
// `pydantic_settings` and the like, whose names are equal in normal form, stand in same-names.ts.

const table = `
yaml PyYAML
ninja django-ninja ninja
permissionedforms django-permissionedforms
modelsearch modelsearch django-modelsearch
sendfile django-sendfile2 django-sendfile
allure allure-pytest allure-python-commons
robot robotframework
decouple python-decouple
hydra hydra-core
camelot camelot-py
pinecone pinecone pinecone-client
skbuild scikit-build
strawberry strawberry-graphql
requirements requirements-parser
cv2 opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless
PIL Pillow
sklearn scikit-learn
skimage scikit-image
bs4 beautifulsoup4
dateutil python-dateutil
dotenv python-dotenv
attr attrs
OpenSSL pyOpenSSL
jwt PyJWT
jose python-jose
git GitPython
github PyGithub
gitlab python-gitlab
serial pyserial
usb pyusb
usb1 libusb1
zmq pyzmq
magic python-magic
Crypto pycryptodome
Cryptodome pycryptodomex
nacl PyNaCl
psycopg2 psycopg2 psycopg2-binary
MySQLdb mysqlclient
mysql.connector mysql-connector-python
ldap python-ldap
memcache python-memcached
pkg_resources setuptools
_distutils_hack setuptools
_pytest pytest
py.test pytest
mpl_toolkits matplotlib
pylab matplotlib
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
rest_framework djangorestframework
rest_framework_simplejwt djangorestframework-simplejwt
corsheaders django-cors-headers
debug_toolbar django-debug-toolbar
allauth django-allauth
django_filters django-filter
storages django-storages
crispy_forms django-crispy-forms
import_export django-import-export
mptt django-mptt
taggit django-taggit
modelcluster django-modelcluster
treebeard django-treebeard
compressor django-compressor
haystack django-haystack
guardian django-guardian
reversion django-reversion
simple_history django-simple-history
model_utils django-model-utils
phonenumber_field django-phonenumber-field
waffle django-waffle
factory factory_boy
socketio python-socketio
engineio python-engineio
multipart python-multipart
slugify python-slugify
telegram python-telegram-bot
discord discord.py
nmap python-nmap
docx python-docx
pptx python-pptx
Xlib python-xlib
dbus dbus-python
rtmidi python-rtmidi
can python-can
snap7 python-snap7
Levenshtein Levenshtein python-Levenshtein
jenkins python-jenkins
gnupg python-gnupg
hcl2 python-hcl2
keycloak python-keycloak
barcode python-barcode
bidi python-bidi
fitz PyMuPDF
pypandoc pypandoc pypandoc-binary
markdown_it markdown-it-py
OpenGL PyOpenGL
enchant pyenchant
speech_recognition SpeechRecognition
ffmpeg ffmpeg-python
vlc python-vlc
tensorflow tensorflow tensorflow-cpu tensorflow-macos
faiss faiss-cpu faiss-gpu
umap umap-learn
imblearn imbalanced-learn
igraph python-igraph igraph
Bio biopython
osgeo GDAL
shapefile pyshp
googleapiclient google-api-python-client
apiclient google-api-python-client
google.protobuf protobuf
google.oauth2 google-auth
google.rpc googleapis-common-protos
google.cloud.pubsub_v1 google-cloud-pubsub
google.cloud.secretmanager google-cloud-secret-manager
google.cloud.tasks_v2 google-cloud-tasks
vertexai google-cloud-aiplatform
grpc grpcio
grpc_tools grpcio-tools
grpc_status grpcio-status
grpc_health grpcio-health-checking
grpc_reflection grpcio-reflection
kafka kafka-python kafka-python-ng
stomp stomp.py
paho paho-mqtt
nats nats-py
opensearchpy opensearch-py
bson pymongo
gridfs pymongo
snowflake.connector snowflake-connector-python
snowflake.snowpark snowflake-snowpark-python
databricks.sql databricks-sql-connector
opentelemetry.trace opentelemetry-api
opentelemetry.context opentelemetry-api
opentelemetry.metrics opentelemetry-api
atlassian atlassian-python-api
wikipediaapi Wikipedia-API
websocket websocket-client
socks PySocks
sockshandler PySocks
dns dnspython
whois python-whois
xdist pytest-xdist
pact pact-python
appium Appium-Python-Client
playhouse peewee
cassandra cassandra-driver
jpype JPype1
clr pythonnet
_black_version black
blib2to3 black
rapidjson python-rapidjson
rpds rpds-py
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
airflow apache-airflow
pyflink apache-flink
dbt dbt-core
rediscluster redis-py-cluster
progressbar progressbar2
pythonjsonlogger python-json-logger
snappy python-snappy
patoolib patool
pdfminer pdfminer.six
odf odfpy
win32clipboard pywin32
`;

/** Distributions by import, dotted or not. */
export const distributionsOf: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", ...distributions] = line.split(" ");
      return [name, distributions] as const;
    }),
);
