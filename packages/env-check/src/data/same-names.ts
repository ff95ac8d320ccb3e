// Imports whose distribution on PyPI has the same name in normal form (PEP 503); an import that stands neither here nor in distributions.ts is unknown.

/** Import names. */
export const sameNames: ReadonlySet<string> = new Set(
  `
    a2wsgi accelerate aiobotocore aiofiles aiohttp aiohttp_cors aiomysql aiopg aioredis aiosqlite alembic altair amqp annotated_types annoy
    ansible_runner anthropic anyio apache_beam appdirs apscheduler arcade ariadne arrow asgi_lifespan asgiref astroid asttokens async_timeout asyncpg
    attrs authlib automat autopep8 aws_lambda_powertools awscli axe_selenium_python azure.core azure.cosmos azure.eventhub azure.identity
    azure.keyvault.secrets azure.mgmt.compute azure.mgmt.resource azure.servicebus azure.storage.blob azure.storage.queue babel backoff bandit bcrypt
    betamax bibtexparser bidict bitarray black blake3 bleach bleak blessed blinker bokeh boto boto3 botocore bottle bottleneck brotli brotlicffi
    cachetools cartopy catboost cattrs cchardet celery cerberus certifi cffi cfgv cftime chalice channels chardet charset_normalizer cheroot cherrypy
    click clickhouse_connect clickhouse_driver codespell colander colorama coloredlogs comtypes confluent_kafka constantly coverage cryptography
    cssselect cvxpy cx_oracle cython cytoolz dagster daphne dash_bootstrap_components dask databricks.sdk datasets dateparser ddtrace decorator
    deepdiff deform defusedxml deprecated dictdiffer diffusers dirty_equals diskcache distlib distributed django django_celery_beat
    django_celery_results django_extensions dlib docker docutils draftjs_exporter duckdb easyocr editdistance elasticsearch elasticsearch_dsl
    email_validator exceptiongroup executing fabric face_recognition fake_useragent faker falcon fastapi fastapi_cli fastapi_users fasttext feedparser
    filelock fiona flake8 flask flask_bcrypt flask_cors flask_login flask_migrate flask_restful flask_sqlalchemy flask_wtf flax flit_core folium
    freezegun frozendict ftfy funcy fuzzywuzzy gensim geoalchemy2 geopandas geopy gmpy2 google.api_core google.auth google.cloud.aiplatform
    google.cloud.bigquery google.cloud.datastore google.cloud.firestore google.cloud.kms google.cloud.logging google.cloud.pubsub google.cloud.spanner
    google.cloud.speech google.cloud.storage google.cloud.translate google.cloud.vision google.genai google.generativeai google_auth_httplib2
    google_auth_oauthlib gradio graphene great_expectations griffe grpclib gunicorn h11 h2 h5py hashids hatchling hdbscan hiredis holidays hpack
    html5lib httpcore httpx huggingface_hub humanfriendly humanize hypercorn hyperframe hyperlink hypothesis ibm_db icalendar identify idna imageio
    immutables importlib_metadata importlib_resources incremental influxdb_client iniconfig inline_snapshot instagrapi invoke ipykernel IPython
    ipywidgets isort itsdangerous jax jaydebeapi jedi jeepney jellyfish jinja2 jira joblib json_log_formatter jsonpath_ng jsonpath_rw jsonschema
    jsonschema_specifications jupyter_client jupyter_core jupyter_server jupyterlab kaleido keras keyring kivy kombu kubernetes l18n laces
    langchain_community langchain_core langchain_openai ldap3 libcst lightgbm lightning llama_index llvmlite loguru luigi lxml lxml_html_clean lz4
    mako markdown markupsafe marshmallow marshmallow_sqlalchemy matplotlib maturin mdit_py_plugins mdurl mechanize mediapipe meson minimalmodbus minio
    mistune mkdocs mkdocstrings mlflow mmh3 mock more_itertools moto motor moviepy mpi4py mpmath msal msgspec msrest mypy mypy_boto3_s3
    mypy_extensions nanoid nbclient nbconvert nbformat neo4j netaddr netCDF4 netifaces networkx newrelic nltk nodeenv nose notebook nox numba numexpr
    numpy oauthlib openai openpyxl openshift opentelemetry.exporter.otlp opentelemetry.instrumentation.fastapi opentelemetry.instrumentation.requests
    opentelemetry.sdk optax optuna oracledb orjson ortools outcome packaging pandas pandera paramiko parsel parso passlib paste pdfplumber peewee peft
    pendulum pexpect phonenumbers pika pillow_heif pip platformdirs playwright plotly pluggy plumbum polars polyfactory praw pre_commit prefect
    premailer prettytable prometheus_client prompt_toolkit psutil psycopg ptyprocess pulp pulumi pulumi_aws py7zr pyarrow pyasn1 pyasn1_modules
    pyaudio pyautogui pycodestyle pycountry pycparser pydantic pydantic_core pydantic_extra_types pydantic_settings pydocstyle pyexcel pyflakes pygame
    pyglet pygments pylint pymodbus pymongo pymupdf pymysql pynput pyodbc pyparsing pypdf PyPDF2 pyperclip pyproj PyQt5 PyQt6 pyquery pyramid
    pyrsistent pysftp PySide6 pysnmp pyspark pytesseract pytest pytest_asyncio pytest_benchmark pytest_cov pytest_django pytest_examples pytest_httpx
    pytest_mock pytest_postgresql pytorch_lightning pytz pytz_deprecation_shim pyupgrade pyzbar pyzipper qrcode quart radon rapidfuzz rarfile rasterio
    rdkit redis referencing regex reportlab requests requests_html requests_mock requests_oauthlib requests_toolbelt responses respx rich rope rq rsa
    ruamel.std.pathlib ruamel.yaml ruff s3transfer sacremoses sanic scapy scipy scrapy seaborn secretstorage selenium sendgrid sentence_transformers
    sentry_sdk service_identity setuptools setuptools_scm shap shapely shiboken6 shortuuid simplejson six slack_bolt slack_sdk smbus smbus2 sniffio
    snowflake.sqlalchemy sortedcontainers spacy sphinx sphinx_rtd_theme spidev sqlalchemy sqlalchemy_utils sqlglot sqlmodel sqlparse sse_starlette
    stanza starlette starlette_context statsmodels stevedore streamlit stripe structlog sympy syrupy tables tabulate telepath tenacity tensorboard
    tensorflow tensorflow_hub termcolor testcontainers textblob textual thefuzz tiktoken time_machine tinycss2 tldextract toml tomli tomli_w tomlkit
    toolz torch torchaudio torchvision tornado tox tqdm transformers trio tweepy twilio twisted typer types_boto3 typing_extensions typing_inspect
    typing_inspection tzdata tzlocal ua_parser ujson undetected_chromedriver unidecode urllib3 user_agents uvicorn vine virtualenv vobject voluptuous
    vulture wagtail wandb watchdog watchfiles weasyprint webdriver_manager webob websockets webtest werkzeug wheel whitenoise willow workalendar wrapt
    wsproto wtforms xarray xgboost xhtml2pdf xlrd xlsxwriter xlwt xmltodict xxhash yapf zarr zope.component zope.event zope.interface zstandard
  `
    .trim()
    .split(/\s+/),
);
