// Imports whose distribution on PyPI has the same name in normal form (PEP 503); an import that stands neither here nor in distributions.ts is unknown.

/** Import names. */
export const sameNames: ReadonlySet<string> = new Set(
  `
    IPython PyInstaller PyPDF2 PyQt5 PyQt6 PySide6 Pyro4 RestrictedPython a2wsgi accelerate adal adlfs agent_detector aio_pika aiobotocore aiodns
    aiofastnet aiofiles aiohappyeyeballs aiohttp aiohttp_cors aioitertools aiokafka aiolimiter aiomysql aiopg aioquic aioredis aioresponses
    aiosignal aiosmtplib aiosqlite alabaster alembic altair altgraph amqp aniso8601 annotated_doc annotated_types annoy ansi2html ansible_builder
    ansible_compat ansible_creator ansible_navigator ansible_runner ansimarkup anthropic anyascii anyio anysqlite anytree apache_beam apispec
    app_model appdirs apscheduler arcade argcomplete ariadne array_api_strict arrow arviz asdf_astropy ase asgi_lifespan asgiref asn1crypto
    ast_serialize astor astroid astropy asttokens async_generator async_lru async_timeout asyncinject asyncmy asyncpg attrs authlib autodocsumm
    automat autopep8 aws_lambda_powertools awscli axe_selenium_python azure.batch azure.common azure.core azure.cosmos azure.eventhub
    azure.identity azure.keyvault.secrets azure.kusto.data azure.mgmt.cdn azure.mgmt.compute azure.mgmt.containerinstance
    azure.mgmt.containerregistry azure.mgmt.core azure.mgmt.cosmosdb azure.mgmt.datafactory azure.mgmt.datalake.store azure.mgmt.frontdoor
    azure.mgmt.resource azure.mgmt.storage azure.mgmt.subscription azure.servicebus azure.storage.blob azure.storage.common azure.storage.queue
    azure.synapse.artifacts azure.synapse.spark babel backoff backports.zstd backrefs bandit basedpyright bcrypt beanie beartype beautifultable
    behave betamax bibtexparser bidict billiard binaryornot bindep bitarray bitsandbytes bitstring black blake3 bleach bleak blessed blessings
    blinker blist blockbuster boilerpy3 bokeh boltons boto boto3 botocore bottle bottleneck bracex braintree brotli brotlicffi build cachebox
    cachecontrol cachelib cachetools cairocffi cairosvg cappa cartopy catalogue catboost cattrs cbor2 cchardet celery cerberus certifi certipy
    cffi cfgv cftime chalice channels chardet charset_normalizer check_jsonschema cheroot cherrypy chex chromadb cleo cli_helpers click
    click_default_group click_didyoumean click_option_group click_plugins click_repl click_type_test clickclick clickhouse_connect
    clickhouse_driver cloudpickle cmaes cmake cmdstanpy codespell cogapp colander colorama coloredlogs colorful colorlog comm commitizen comtypes
    condense_json confection configargparse configobj configupdater confluent_kafka confuse connexion constantly construct contextily contourpy
    cookiecutter copier cosmic_ray covdefaults coverage coverage_conditional_plugin coveralls crashtest cron_descriptor croniter cross_web
    cryptography csscompressor cssselect cssselect2 cucumber_expressions cucumber_tag_expressions curlylint cvxpy cx_oracle cycler cyclopts cymem
    cython cytoolz dacite dagster daphne darglint dash dash_bootstrap_components dask databricks.sdk dataclasses_json datadog datasets dateparser
    db_dtypes ddt ddtrace debugpy decli decorator deepdiff deepmerge deepspeed deform defusedxml demjson3 dep_logic deprecated deptry
    detect_installer detect_secrets devtools dictdiffer diff_cover diffrax diffusers dill dirty_equals diskcache distlib distributed distro
    dj_database_url dj_email_url django django_cache_url django_celery_beat django_celery_results django_countries django_extensions
    django_measurement django_stubs_ext django_tasks djhtml dlib doc8 docker docopt docstring_parser docutils donfig draftjs_exporter dropbox
    duckdb dulwich dunamai duty dynaconf easyocr ecdsa editables editdistance einops elasticsearch elasticsearch_dsl email_validator emcee emoji
    enrich environs equinox esmpy et_xmlfile eval_type_backport eventlet exceptiongroup execnet executing fabric face face_recognition failprint
    fairscale fake_useragent faker fakeredis falcon fastapi fastapi_cli fastapi_cloud_cli fastapi_users fastar fastavro fastcore fasteners
    fastjsonschema fastprogress fasttext fastuuid feedgenerator feedparser filelock filetype findpython fiona flake8 flake8_docstrings flaky
    flasgger flask flask_appbuilder flask_babel flask_bcrypt flask_caching flask_cors flask_jwt_extended flask_limiter flask_login flask_mail
    flask_migrate flask_restful flask_session flask_socketio flask_sqlalchemy flask_talisman flask_wtf flax flit flit_core folium fontTools
    forbiddenfruit fqdn freezegun frozendict frozenlist fsspec ftfy funcy furo future fuzzywuzzy gcloud.aio.auth gcloud.aio.bigquery
    gcloud.aio.storage gcsfs gdown gensim geoalchemy2 geojson geopandas geopy gevent geventhttpclient ghp_import git_changelog gitdb glom gluonts
    gmpy2 google.analytics.admin google.api_core google.auth google.cloud.aiplatform google.cloud.alloydb google.cloud.appengine_logging
    google.cloud.automl google.cloud.batch google.cloud.bigquery google.cloud.bigquery_datatransfer google.cloud.bigquery_storage
    google.cloud.bigtable google.cloud.compute google.cloud.container google.cloud.datacatalog google.cloud.dataform google.cloud.dataplex
    google.cloud.dataproc google.cloud.datastore google.cloud.dlp google.cloud.firestore google.cloud.kms google.cloud.language
    google.cloud.logging google.cloud.managedkafka google.cloud.memcache google.cloud.monitoring google.cloud.pubsub google.cloud.redis
    google.cloud.run google.cloud.spanner google.cloud.speech google.cloud.storage google.cloud.storage_control google.cloud.storage_transfer
    google.cloud.tasks google.cloud.texttospeech google.cloud.translate google.cloud.videointelligence google.cloud.vision google.cloud.workflows
    google.genai google.generativeai google.resumable_media google_auth_httplib2 google_auth_oauthlib google_compute_engine google_crc32c gradio
    graphene graphql_relay graphviz great_expectations greenlet griffe griffecli grimp grpc_interceptor grpclib gspread gunicorn h11 h2 h5py
    hashids hatch hatchling hdbscan hdfs healpy hf_xet hiredis hishel hjson holidays holoviews hpack html2text html5lib httpbin httpcore
    httpcore2 httplib2 httpretty httptools httpx httpx2 httpx_sse huggingface_hub humanfriendly humanize hupper hvac hypercorn hyperframe
    hyperlink hypothesis ibm_db icalendar icecream id identify idna ijson imageio imagesize immutabledict immutables importlib_metadata
    importlib_resources incremental inflect inflection influxdb influxdb_client iniconfig inline_snapshot inquirer instagrapi installer
    instructor intake interrogate intervaltree invocations invoke ipdb ipykernel ipylab ipython_pygments_lexers ipywidgets isal iso8601 isodate
    isoduration isort itables itemadapter itemloaders itsdangerous jaraco.classes jaraco.collections jaraco.context jaraco.functools jaraco.text
    jax jaxlib jaydebeapi jedi jeepney jellyfish jinja2 jinja2_ansible_filters jira jiter jmespath joblib joserfc jplephem jsmin json5
    json_log_formatter jsonlines jsonpatch jsonpath_ng jsonpath_rw jsonpickle jsonpointer jsonschema jsonschema_specifications jupyter_builder
    jupyter_client jupyter_console jupyter_core jupyter_events jupyter_lsp jupyter_server jupyter_server_terminals jupyterlab jupyterlab_pygments
    jupyterlab_server jupyterlab_widgets jupytext jwcrypto kaitaistruct kaleido kazoo kedro_datasets kedro_telemetry keras keras_tuner kerchunk
    keyring kivy kiwisolver kombu kubernetes l18n laces langchain langchain_community langchain_core langchain_openai langdetect langgraph langid
    lark lazy_importer lazy_loader lazy_model lazy_object_proxy ldap3 libcst librt license_expression lightgbm lightning limits litellm litestar
    livereload llama_index llm_echo llvmlite lmfit locket lockfile locust logbook loguru looker_sdk luigi lxml lxml_html_clean lz4 m2r magicgui
    mako markdown markdown2 markdown_callouts markdown_exec markdown_include markdownify markupsafe marshmallow marshmallow_oneofschema
    marshmallow_sqlalchemy matplotlib matplotlib_inline maturin mccabe mcp mdformat mdformat_tables mdit_py_plugins mdurl mdx_gh_links
    measurement mechanize mediafile mediapipe memray mergedeep meshio meson methodtools metpy micawber minimalmodbus minio mistune
    mitmproxy_linux mitmproxy_rs mkautodoc mkdocs mkdocs_ansible mkdocs_autorefs mkdocs_click mkdocs_gen_files mkdocs_get_deps
    mkdocs_git_revision_date_localized_plugin mkdocs_literate_nav mkdocs_llmstxt mkdocs_minify_plugin mkdocs_redirects mkdocstrings mlflow mmh3
    mock model_bakery modelsearch more_itertools moto motor moviepy mpi4py mpmath msal msal_extensions msgpack msgraph_core msgraphfs msgspec
    msrest msrestazure mujson multidict munch murmurhash mutagen mutmut mypy mypy_boto3_s3 mypy_extensions mypy_protobuf myst_parser nanoid
    napalm napari narwhals natsort nbclient nbconvert nbformat nbstripout nbval ncclient neo4j nest_asyncio nest_asyncio2 netCDF4 netaddr netcdf4
    netifaces netmiko netutils networkx newrelic newspaper3k nh3 nilearn nltk nodeenv nornir_jinja2 nornir_napalm nornir_utils nose nose2
    notebook notebook_shim nox npe2 ntc_templates num2words numba numcodecs numexpr numpy numpydoc oauthlib objgraph objprint obstore odmantic
    omegaconf onigurumacffi openai opencensus openpyxl openshift opentelemetry.distro opentelemetry.exporter.http.transport
    opentelemetry.exporter.otlp opentelemetry.exporter.otlp.common opentelemetry.exporter.otlp.proto.common
    opentelemetry.exporter.otlp.proto.grpc opentelemetry.exporter.otlp.proto.http opentelemetry.exporter.prometheus
    opentelemetry.instrumentation.fastapi opentelemetry.instrumentation.requests opentelemetry.instrumentation.threading opentelemetry.proto
    opentelemetry.sdk opentelemetry.util.http optax optuna oracledb orbax ordered_set orderly_set orjson ortools outcome overrides packaging
    paginate pallets_sphinx_themes pandas pandas_gbq pandera pandocfilters papermill parameterized paramiko parse parse_type parsedatetime parsel
    parsley parso parsy partd parver passlib paste pastel pathlib_abc pathspec pathvalidate patsy pbr pbs_installer pdfplumber pdm pdoc peewee
    pefile peft pendulum petl pexpect pg8000 pgspecial picobox pika pillow_heif pint pip pipenv pipx pkgconfig pkginfo platformdirs playwright
    plotly pluggy plumbum ply poethepoet poetry poetry.core polars polib polyfactory pooch portalocker portend portion praw pre_commit
    pre_commit_uv prefect prek premailer preshed pretend prettytable prices prison prometheus_client promise prompt_toolkit propcache properdocs
    prophet protego psutil psycopg psycopg2 psycopg_binary psygnal ptpython ptyprocess publicsuffix2 pulp pulumi pulumi_aws pure_eval puremagic
    pwdlib py7zr pyarrow pyasn1 pyasn1_modules pyathena pyaudio pyautogui pycares pycodestyle pycountry pycparser pycurl pydantic pydantic_core
    pydantic_extra_types pydantic_settings pydap pydata_google_auth pydata_sphinx_theme pydocstyle pydot pydyf pyeapi pyexcel pyfakefs pyfiglet
    pyflakes pygame pyglet pygments pygments_ansi_color pyhive pyhocon pyicu pyinstrument pyjson5 pylast pylint pylsqpack pymc pymodbus pymongo
    pymssql pymupdf pymysql pynndescent pynput pyodbc pyotp pyparsing pypdf pypdfium2 pyperclip pyphen pypiserver pyproj pyproject_api
    pyproject_hooks pyquery pyramid pyrefly pyright pyrsistent pysftp pysnmp pyspark pystac pystache pystan pytesseract pytest pytest_aiohttp
    pytest_asyncio pytest_benchmark pytest_celery pytest_click pytest_codspeed pytest_console_scripts pytest_cov pytest_datadir pytest_django
    pytest_django_queries pytest_docker pytest_docker_tools pytest_env pytest_examples pytest_freezer pytest_gitconfig
    pytest_github_actions_annotate_failures pytest_httpbin pytest_httpserver pytest_httpx pytest_instafail pytest_jupyter pytest_memray
    pytest_mock pytest_order pytest_plus pytest_postgresql pytest_pretty pytest_randomly pytest_recording pytest_regressions pytest_relaxed
    pytest_rerunfailures pytest_snapshot pytest_socket pytest_subprocess pytest_subtests pytest_sugar pytest_timeout pytest_trio pytest_vcr
    python_discovery python_http_client python_multipart python_on_whales pytimeparse pytkdocs pytokens pytorch_lightning pytz
    pytz_deprecation_shim pyupgrade pywatchman pywinpty pyzbar pyzipper pyzmq qdrant_client qrcode qtpy quart questionary queuelib radon
    rapidfuzz rarfile rasterio ray rdkit re_assert readme_renderer redis redshift_connector referencing regex regress releases reportlab requests
    requests_cache requests_file requests_futures requests_hardened requests_html requests_mock requests_ntlm requests_oauthlib
    requests_ratelimiter requests_toolbelt requests_unixsocket resolvelib responses respx restructuredtext_lint retry rfc3339_validator rfc3986
    rfc3986_validator rfc3987_syntax rich rich_argparse rich_click rich_rst rich_toolkit rignore rioxarray roman_numerals rope rouge_score rq
    rq_scheduler rsa rstr rtree ruamel.std.pathlib ruamel.yaml ruff rumdl rx s3fs s3transfer sacrebleu sacremoses safetensors sagemaker_studio
    sanic scapy schedule schema schemathesis scipy scp scramp scrapy scripttest seaborn secretstorage selenium semantic_version semgrep semver
    send2trash sendgrid sentence_transformers sentencepiece sentry_sdk serpent service_identity setproctitle setuptools setuptools_git
    setuptools_scm shap shapely shellingham shiboken6 shortuuid shtab simple_salesforce simple_websocket simplejson six sklearn_compat sktime
    skyfield slack_bolt slack_sdk smart_open smbus smbus2 smmap sniffio snowballstemmer snowflake.sqlalchemy socksio soco sortedcontainers
    soundfile soupsieve spacy spacy_legacy spacy_loggers sphinx sphinx2rst sphinx_autobuild sphinx_autodoc_typehints sphinx_basic_ng
    sphinx_celery sphinx_click sphinx_copybutton sphinx_gallery sphinx_issues sphinx_llm sphinx_markdown_builder sphinx_mdinclude
    sphinx_rtd_theme sphinx_tabs sphinx_testing sphinx_wagtail_theme sphinxcontrib.applehelp sphinxcontrib.devhelp sphinxcontrib.htmlhelp
    sphinxcontrib.httpdomain sphinxcontrib.jquery sphinxcontrib.jsmath sphinxcontrib.log_cabinet sphinxcontrib.openapi sphinxcontrib.qthelp
    sphinxcontrib.serializinghtml sphinxcontrib.spelling sphinxcontrib.websupport sphinxcontrib_github_alt sphinxemoji spidev sqlalchemy
    sqlalchemy_bigquery sqlalchemy_jsonfield sqlalchemy_utils sqlglot sqlite_fts4 sqlite_utils sqlmodel sqlparse srsly sse_starlette sshtunnel
    stack_data stanza starlette starlette_context statsd statsforecast statsmodels stevedore stone streamlit stripe structlog subprocess_tee
    sunpy super_collections superqt swapper sybil sympy syrupy tables tabulate tblib telepath tempora tenacity tensorboard tensorflow
    tensorflow_datasets tensorflow_hub tensorflow_probability termcolor terminado testcontainers testfixtures text_unidecode textblob textfsm
    textual thefuzz thinc threadpoolctl thrift tifffile tiktoken time_machine timm tinycss2 tinydb tinyhtml5 titlecase tldextract tokenize_rt
    tokenizers tombi toml tomli tomli_w tomlkit toolz torch torchaudio torchmetrics torchtext torchvision tornado towncrier tox tox_extra tox_pdm
    tqdm trafilatura traitlets transformers transitions trino trio trio_typing trio_websocket trove_classifiers trustme truststore tsfresh
    tslearn ttp ttp_templates tweepy twilio twine twisted ty type_lens typeguard typer types_boto3 typing_extensions typing_inspect
    typing_inspection tzdata tzlocal ua_parser ujson uncertainties undetected_chromedriver unearth unidecode uri_template uritemplate
    url_normalize urllib3 urwid user_agents userpath uv uvicorn uvloop validators valkey vcs_versioning verboselogs versioningit vine virtualenv
    vispy vobject voila voluptuous vulture w3lib wagtail waitress wandb wasabi watchdog watchfiles watchgod watchtower wcmatch wcwidth weasel
    weasyprint weaviate webargs webcolors webdriver_manager webencodings webob websockets webtest werkzeug wheel whitenoise widgetsnbextension
    willow wirerope workalendar wrapt wsproto wtforms xarray xgboost xhtml2pdf xlrd xlsxwriter xlwt xmlschema xmltodict xxhash xyzservices
    yamllint yamlloader yapf yarl yore zarr zc.lockfile zeep zensical zict zipp zlib_ng zope.component zope.event zope.interface zstandard
  `
    .trim()
    .split(/\s+/),
);
