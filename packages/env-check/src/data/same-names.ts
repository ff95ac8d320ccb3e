// Imports whose distribution on PyPI has the same name in normal form (PEP 503); an import that stands neither here nor in distributions.ts is unknown.

/** Import names. */
export const sameNames: ReadonlySet<string> = new Set(
  `
    a2wsgi accelerate adlfs aio_pika aiobotocore aiofiles aiohttp aiohttp_cors aiokafka aiomysql aiopg aioredis aioresponses aiosignal aiosqlite
    alembic altair amqp annotated_doc annotated_types annoy ansible_runner anthropic anyascii anyio apache_beam appdirs apscheduler arcade ariadne
    arrow arviz asgi_lifespan asgiref astroid astropy asttokens async_timeout asyncmy asyncpg attrs authlib automat autopep8 aws_lambda_powertools
    awscli axe_selenium_python azure.core azure.cosmos azure.eventhub azure.identity azure.keyvault.secrets azure.mgmt.compute azure.mgmt.resource
    azure.servicebus azure.storage.blob azure.storage.queue babel backoff bandit bcrypt behave betamax bibtexparser bidict billiard bitarray
    bitsandbytes black blake3 bleach bleak blessed blinker blist boilerpy3 bokeh boto boto3 botocore bottle bottleneck brotli brotlicffi cachetools
    cartopy catalogue catboost cattrs cchardet celery cerberus certifi cffi cfgv cftime chalice channels chardet charset_normalizer cheroot cherrypy
    chex chromadb click clickhouse_connect clickhouse_driver cloudpickle cmake cmdstanpy codespell colander colorama coloredlogs colorlog comtypes
    confection configobj confluent_kafka constantly contourpy cookiecutter copier cosmic_ray coverage cryptography cssselect cupy cvxpy cx_oracle
    cycler cyclopts cymem cython cytoolz dagster daphne darglint dash dash_bootstrap_components dask databricks.sdk datasets dateparser ddt ddtrace
    decorator deepdiff deepspeed deform defusedxml demjson3 deprecated devtools dictdiffer diffrax diffusers dirty_equals diskcache distlib
    distributed django django_celery_beat django_celery_results django_extensions dlib docker docopt docutils draftjs_exporter duckdb dynaconf easyocr
    editdistance einops elasticsearch elasticsearch_dsl email_validator emcee emoji environs equinox esmpy eventlet exceptiongroup execnet executing
    fabric face_recognition fairscale fake_useragent faker falcon fastapi fastapi_cli fastapi_users fasttext feedparser filelock fiona flake8 flask
    flask_bcrypt flask_cors flask_login flask_migrate flask_restful flask_sqlalchemy flask_wtf flax flit flit_core folium freezegun frozendict
    frozenlist fsspec ftfy funcy fuzzywuzzy gcsfs gensim geoalchemy2 geopandas geopy gevent gluonts gmpy2 google.api_core google.auth
    google.cloud.aiplatform google.cloud.bigquery google.cloud.datastore google.cloud.firestore google.cloud.kms google.cloud.logging
    google.cloud.pubsub google.cloud.spanner google.cloud.speech google.cloud.storage google.cloud.translate google.cloud.vision google.genai
    google.generativeai google_auth_httplib2 google_auth_oauthlib gradio graphene great_expectations greenlet griffe grpclib gunicorn h11 h2 h5py
    hashids hatch hatchling hdbscan healpy hiredis hjson holidays holoviews hpack html2text html5lib httpcore httpretty httptools httpx
    huggingface_hub humanfriendly humanize hypercorn hyperframe hyperlink hypothesis ibm_db icalendar icecream identify idna ijson imageio immutables
    importlib_metadata importlib_resources incremental inflect influxdb_client iniconfig inline_snapshot inquirer instagrapi instructor interrogate
    intervaltree invoke ipykernel IPython ipywidgets isort itemadapter itemloaders itsdangerous jax jaxlib jaydebeapi jedi jeepney jellyfish jinja2
    jira jmespath joblib json5 json_log_formatter jsonlines jsonpatch jsonpath_ng jsonpath_rw jsonpointer jsonschema jsonschema_specifications
    jupyter_client jupyter_core jupyter_server jupyterlab jupytext kaleido keras keras_tuner keyring kivy kiwisolver kombu kubernetes l18n laces
    langchain langchain_community langchain_core langchain_openai langdetect langgraph langid ldap3 libcst lightgbm lightning litellm llama_index
    llvmlite lmfit locket locust logbook loguru luigi lxml lxml_html_clean lz4 mako markdown markdownify markupsafe marshmallow marshmallow_sqlalchemy
    matplotlib maturin mdit_py_plugins mdurl mechanize mediapipe meson metpy minimalmodbus minio mistune mkdocs mkdocstrings mlflow mmh3 mock
    model_bakery more_itertools moto motor moviepy mpi4py mpmath msal msgspec msrest multidict murmurhash mutmut mypy mypy_boto3_s3 mypy_extensions
    nanoid nbclient nbconvert nbformat nbstripout neo4j netaddr netcdf4 netCDF4 netifaces networkx newrelic newspaper3k nltk nodeenv nose nose2
    notebook nox num2words numba numexpr numpy oauthlib omegaconf openai openpyxl openshift opentelemetry.exporter.otlp
    opentelemetry.instrumentation.fastapi opentelemetry.instrumentation.requests opentelemetry.sdk optax optuna oracledb orbax orjson ortools outcome
    packaging pandas pandera papermill parameterized paramiko parsel parso partd passlib paste pathspec pdfplumber pdm peewee peft pendulum pexpect
    pika pillow_heif pint pip pipenv pipx platformdirs playwright plotly pluggy plumbum poetry polars polyfactory portion praw pre_commit
    prefect premailer preshed prettytable prometheus_client prompt_toolkit propcache prophet psutil psycopg ptyprocess pulp pulumi pulumi_aws
    pure_eval py7zr pyarrow pyasn1 pyasn1_modules pyaudio pyautogui pycodestyle pycountry pycparser pydantic pydantic_core pydantic_extra_types
    pydantic_settings pydocstyle pyexcel pyfakefs pyfiglet pyflakes pygame pyglet pygments pyhocon pyicu pyjson5 pylint pymc pymodbus pymongo pymupdf
    pymysql pynput pyodbc pyparsing pypdf PyPDF2 pypdfium2 pyperclip pyproj PyQt5 PyQt6 pyquery pyramid pyrsistent pysftp PySide6 pysnmp pyspark
    pystac pystan pytesseract pytest pytest_asyncio pytest_benchmark pytest_cov pytest_django pytest_examples pytest_httpx pytest_mock
    pytest_postgresql pytest_timeout pytokens pytorch_lightning pytz pytz_deprecation_shim pyupgrade pywinpty pyzbar pyzipper pyzmq qdrant_client
    qrcode quart questionary queuelib radon rapidfuzz rarfile rasterio rdkit re_assert redis referencing regex reportlab requests requests_html
    requests_mock requests_oauthlib requests_toolbelt responses respx rich rich_click rioxarray rope rouge_score rq rsa rtree ruamel.std.pathlib
    ruamel.yaml ruff s3fs s3transfer sacrebleu sacremoses safetensors sanic scapy schemathesis scipy scrapy seaborn secretstorage selenium sendgrid
    sentence_transformers sentencepiece sentry_sdk service_identity setuptools setuptools_scm shap shapely shellingham shiboken6 shortuuid simplejson
    six sktime slack_bolt slack_sdk smbus smbus2 sniffio snowflake.sqlalchemy socksio sortedcontainers soupsieve spacy sphinx sphinx_rtd_theme spidev
    sqlalchemy sqlalchemy_utils sqlglot sqlmodel sqlparse srsly sse_starlette stack_data stanza starlette starlette_context statsforecast statsmodels
    stevedore streamlit stripe structlog sunpy sympy syrupy tables tabulate telepath tenacity tensorboard tensorflow tensorflow_datasets
    tensorflow_hub tensorflow_probability termcolor testcontainers textblob textual thefuzz thinc threadpoolctl tifffile tiktoken time_machine timm
    tinycss2 tldextract tokenize_rt tokenizers toml tomli tomli_w tomlkit toolz torch torchaudio torchmetrics torchtext torchvision tornado towncrier
    tox tqdm trafilatura traitlets transformers trio trustme tsfresh tslearn tweepy twilio twine twisted typer types_boto3 typing_extensions
    typing_inspect typing_inspection tzdata tzlocal ua_parser ujson uncertainties undetected_chromedriver unidecode urllib3 user_agents uv uvicorn
    uvloop verboselogs vine virtualenv vobject voila voluptuous vulture w3lib wagtail wandb wasabi watchdog watchfiles watchgod wcwidth weasel
    weasyprint weaviate webdriver_manager webob websockets webtest werkzeug wheel whitenoise willow workalendar wrapt wsproto wtforms xarray xgboost
    xhtml2pdf xlrd xlsxwriter xlwt xmlschema xmltodict xxhash yapf yarl zarr zope.component zope.event zope.interface zstandard
  `
    .trim()
    .split(/\s+/),
);
