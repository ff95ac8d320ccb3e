// What distributions need, and so bring with them: NAME@VERSION=NAMES, each row read from the Requires-Dist of that version's metadata, extras left out.
// By canonical names, for Python 3.10 to 3.12 on Linux.

const table = `
    a2wsgi@1.10.10=typing-extensions accessible-pygments@0.0.5=pygments adal@1.2.7=cryptography,pyjwt,python-dateutil,requests
    adlfs@2026.8.0=azure-core,azure-identity,azure-storage-blob,fsspec aiodns@4.0.4=pycares aiofastnet@1.2.0=exceptiongroup aiofile@3.12.3=caio
    aiohttp@3.14.5=aiohappyeyeballs,aiosignal,async-timeout,attrs,frozenlist,multidict,propcache,typing-extensions,yarl aiohttp-cors@0.8.1=aiohttp
    aioquic@1.2.0=certifi,cryptography,pylsqpack,pyopenssl,service-identity aiosignal@1.4.0=frozenlist,typing-extensions
    alembic@1.19.2=mako,sqlalchemy,tomli,typing-extensions amqp@5.4.2=vine
    anthropic@2.12.0=anyio,docstring-parser,httpx2,jiter,opentelemetry-api,pydantic,sniffio,typing-extensions
    anyio@4.16.0=exceptiongroup,idna,typing-extensions anysqlite@0.0.5=anyio apispec@6.10.1=packaging argon2-cffi@25.1.0=argon2-cffi-bindings
    argon2-cffi-bindings@26.2.0=cffi arrow@1.4.0=python-dateutil,tzdata async-lru@2.4.0=typing-extensions authlib@1.9.2=cryptography,joserfc
    azure-core@1.41.0=requests,typing-extensions azure-identity@1.27.0=azure-core,cryptography,msal,msal-extensions,typing-extensions
    beautifulsoup4@4.15.0=soupsieve,typing-extensions bidict@0.24.1=typing-extensions biopython@1.88=numpy
    black@25.1.0=click,mypy-extensions,packaging,pathspec,platformdirs,tomli,typing-extensions blacken-docs@1.20.0=black bleach@6.4.0=webencodings
    blessed@1.52.0=jinxed,wcwidth blockbuster@1.5.29=forbiddenfruit boto3@1.44.5=botocore,jmespath,s3transfer
    botocore@1.44.5=jmespath,python-dateutil,urllib3 bpython@0.26=curtsies,cwcwidth,greenlet,pygments,pyxdg,requests,typing-extensions
    brotlicffi@1.2.1.0=cffi build@1.2.2.post1=importlib-metadata,packaging,pyproject-hooks,tomli cachecontrol@0.14.4=msgpack,requests
    cairocffi@1.7.1=cffi cairosvg@2.9.1=cairocffi,cssselect2,defusedxml,pillow,tinycss2 cattrs@26.2.1=attrs,exceptiongroup,typing-extensions
    celery@5.6.3=billiard,click,click-didyoumean,click-plugins,click-repl,exceptiongroup,kombu,python-dateutil,tzlocal,vine cffi@2.1.1=pycparser
    cleo@2.1.0=crashtest,rapidfuzz click-default-group@1.2.4=click click-didyoumean@0.3.1=click click-option-group@0.5.9=click
    click-plugins@1.1.1.2=click click-repl@0.4.1=click,prompt-toolkit,typing-extensions clickclick@20.10.2=click,pyyaml
    connexion@2.14.2=clickclick,flask,inflection,itsdangerous,jsonschema,packaging,pyyaml,requests,werkzeug contourpy@1.3.3=numpy
    cookiecutter@2.7.1=arrow,binaryornot,click,jinja2,python-slugify,pyyaml,requests,rich
    copier@9.19.1=colorama,dunamai,funcy,jinja2,jinja2-ansible-filters,packaging,pathspec,platformdirs,plumbum,pydantic,pygments,pyyaml,questionary,typing-extensions
    covdefaults@2.3.0=coverage croniter@7.0.0=python-dateutil cross-web@0.9.0=typing-extensions cryptography@50.0.2=cffi,typing-extensions
    cssselect2@0.10.1=tinycss2,webencodings curlylint@0.13.1=attrs,click,parsy,pathspec,toml curtsies@0.4.3=blessed,cwcwidth
    db-dtypes@1.9.0=numpy,packaging,pandas,pyarrow deepdiff@9.1.0=cachebox,orderly-set dep-logic@0.7.2=packaging deprecated@3.0.1=wrapt
    deptry@0.23.1=click,packaging,requirements-parser,tomli discord-py@2.7.1=aiohttp dj-database-url@3.1.2=django django@5.2.19=asgiref,sqlparse
    django-allauth@65.21.1=asgiref,django django-appconf@1.2.0=django
    django-celery-beat@2.9.0=celery,cron-descriptor,django,django-timezone-field,python-crontab,tzdata django-cors-headers@4.9.0=asgiref,django
    django-countries@7.6.1=asgiref,typing-extensions django-crispy-forms@2.7=django django-debug-toolbar@8.0.0=django,sqlparse
    django-extensions@4.1=django django-filter@26.2=django django-guardian@3.5.2=django,typing-extensions
    django-import-export@4.4.3=diff-match-patch,django,tablib django-js-asset@5.0.0=django django-measurement@3.2.4=django,django-appconf,measurement
    django-model-utils@5.0.0=django django-modelcluster@6.5=django django-mptt@0.20.0=django-js-asset django-ninja@1.7.1=django,pydantic
    django-pattern-library@1.6.0=django,markdown,pyyaml django-permissionedforms@0.1=django django-phonenumber-field@8.5.0=django
    django-simple-history@3.13.0=django django-storages@1.14.6=django django-stubs@6.0.9=django,django-stubs-ext,tomli,types-pyyaml,typing-extensions
    django-stubs-ext@6.1.2=django,typing-extensions django-taggit@6.1.0=django django-tasks@0.12.0=django,django-stubs-ext,typing-extensions
    django-timezone-field@7.2.2=django django-treebeard@5.3.1=django django-waffle@5.0.0=django djangorestframework@3.18.3=django
    doc8@2.0.0=docutils,pygments,restructuredtext-lint,stevedore,tomli docker@7.2.0=requests,urllib3 dulwich@1.2.21=typing-extensions,urllib3
    dunamai@1.26.5=packaging ecdsa@0.19.2=six email-validator@2.4.0=dnspython,idna face@26.0.1=boltons factory-boy@3.3.3=faker
    faiss-cpu@1.15.1=numpy,packaging fakeredis@2.40.0=redis,sortedcontainers,typing-extensions fastapi-cli@0.0.34=rich-toolkit,typer,uvicorn
    fastapi-cloud-cli@0.28.0=agent-detector,detect-installer,fastar,httpx,pydantic,rich-toolkit,rignore,sentry-sdk,typer,uvicorn
    fastmcp-slim@4.2.1=mcp-types,platformdirs,pydantic,pydantic-settings,python-dotenv,rich,typing-extensions ffmpeg-python@0.2.0=future
    findpython@0.8.0=packaging,platformdirs flask@3.1.3=blinker,click,itsdangerous,jinja2,markupsafe,werkzeug
    flask-appbuilder@4.5.3=apispec,click,colorama,email-validator,flask,flask-babel,flask-jwt-extended,flask-limiter,flask-login,flask-sqlalchemy,flask-wtf,jsonschema,marshmallow,marshmallow-sqlalchemy,prison,pyjwt,python-dateutil,sqlalchemy,sqlalchemy-utils,werkzeug,wtforms
    flask-babel@2.0.0=babel,flask,jinja2,pytz flask-caching@2.4.1=cachelib,flask flask-jwt-extended@4.7.4=flask,pyjwt,werkzeug
    flask-limiter@3.12=flask,limits,ordered-set,rich flask-login@0.6.3=flask,werkzeug flask-session@0.5.0=cachelib,flask
    flask-sqlalchemy@2.5.1=flask,sqlalchemy flask-wtf@1.3.0=flask,itsdangerous,wtforms freezegun@1.5.5=python-dateutil
    furo@2025.9.25=accessible-pygments,beautifulsoup4,pygments,sphinx,sphinx-basic-ng
    gcloud-aio-auth@5.6.0=aiohttp,chardet,cryptography,pyjwt,tenacity gcloud-aio-bigquery@7.3.0=gcloud-aio-auth,python-dateutil
    gcloud-aio-storage@9.6.5=aiofiles,cryptography,gcloud-aio-auth
    gcsfs@2026.10.1=aiohttp,decorator,fsspec,google-auth,google-auth-oauthlib,google-cloud-storage,google-cloud-storage-control,requests
    genai-prices@0.2.3=httpx2,pydantic gevent@26.9.0=greenlet,zope-event,zope-interface ghp-import@2.1.0=python-dateutil gitdb@4.0.12=smmap
    gitpython@3.2.1=gitdb glom@25.12.0=attrs,boltons,face
    google-api-core@2.44.0=google-auth,googleapis-common-protos,opentelemetry-api,proto-plus,protobuf,requests
    google-auth@2.62.2=cryptography,pyasn1-modules google-auth-httplib2@0.4.4=google-auth,httplib2
    google-auth-oauthlib@1.5.0=google-auth,requests-oauthlib
    google-cloud-bigquery@3.47.0=google-api-core,google-auth,google-cloud-core,google-resumable-media,packaging,python-dateutil,requests
    google-cloud-bigquery-datatransfer@3.24.0=google-api-core,google-auth,grpcio,proto-plus,protobuf
    google-cloud-bigquery-storage@2.43.0=google-api-core,google-auth,grpcio,proto-plus,protobuf google-cloud-core@2.8.0=google-api-core,google-auth
    google-cloud-storage@3.17.1=google-api-core,google-auth,google-cloud-core,google-crc32c,google-resumable-media,requests
    google-cloud-storage-control@1.17.0=google-api-core,google-auth,grpc-google-iam-v1,grpcio,proto-plus,protobuf
    google-cloud-storage-transfer@1.22.0=google-api-core,google-auth,grpcio,proto-plus,protobuf googleapis-common-protos@1.76.0=protobuf
    graphene@2.1.9=aniso8601,graphql-core,graphql-relay,six graphql-core@2.3.2=promise,rx,six graphql-relay@2.0.1=graphql-core,promise,six
    griffe@2.4.1=griffecli,griffelib griffe-typingdoc@0.3.2=griffelib,typing-extensions griffe-warnings-deprecated@1.1.2=griffelib
    griffecli@2.4.1=colorama,griffelib grpc-google-iam-v1@0.14.4=googleapis-common-protos,grpcio,protobuf grpc-interceptor@0.15.4=grpcio
    grpcio@1.85.1=typing-extensions grpcio-gcp@0.2.2=grpcio grpcio-status@1.71.2=googleapis-common-protos,grpcio,protobuf h2@4.4.1=hpack,hyperframe
    hatchling@1.33.0=packaging,pathspec,pluggy,tomli,tomlkit,trove-classifiers hishel@2.0.0=msgpack,typing-extensions
    httpbin@0.10.4=brotlicffi,decorator,flask,greenlet,six,werkzeug httpcore@1.0.9=certifi,h11 httpcore2@2.16.2=h11,truststore
    httplib2@0.32.1=pyparsing httpx@0.28.1=anyio,certifi,httpcore,idna httpx2@2.16.2=anyio,httpcore2,idna,truststore,typing-extensions
    huggingface-hub@2.4.0=click,filelock,fsspec,hf-xet,httpx2,packaging,pyyaml,tomli,tqdm,typing-extensions
    hydra-core@1.3.8=antlr4-python3-runtime,omegaconf,packaging hyperlink@21.0.0=idna hypothesis@6.130.6=attrs,exceptiongroup,sortedcontainers
    id@1.6.1=urllib3 igraph@1.0.0=texttable imageio@2.38.1=numpy,pillow
    imbalanced-learn@0.14.2=joblib,numpy,scikit-learn,scipy,sklearn-compat,threadpoolctl importlib-metadata@8.7.1=zipp
    incremental@24.11.0=packaging,tomli inline-snapshot@0.36.1=asttokens,executing,pytest,rich,tomli,typing-extensions
    ipdb@0.13.13=decorator,ipython,tomli
    ipykernel@7.4.0=comm,debugpy,ipython,jupyter-client,jupyter-core,matplotlib-inline,nest-asyncio2,packaging,pyzmq,tornado,traitlets
    ipython@9.18.1=ipython-pygments-lexers,jedi,matplotlib-inline,pexpect,prompt-toolkit,psutil,pygments,stack-data,traitlets,typing-extensions
    ipython-pygments-lexers@1.1.1=pygments ipywidgets@8.1.9=comm,ipython,jupyterlab-widgets,traitlets,widgetsnbextension isoduration@20.11.0=arrow
    itemloaders@1.5.0=itemadapter,jmespath,parsel jaraco-classes@3.4.0=more-itertools jaraco-context@6.1.2=backports-tarfile
    jaraco-functools@4.6.0=more-itertools jedi@0.20.1=parso jinja2@3.1.6=markupsafe jinja2-ansible-filters@1.3.2=jinja2,pyyaml
    joblib@1.6.0=cloudpickle joserfc@1.7.7=cryptography jsonschema@4.25.1=attrs,jsonschema-specifications,referencing,rpds-py
    jsonschema-specifications@2025.9.1=referencing jupyter@1.1.1=ipykernel,ipywidgets,jupyter-console,jupyterlab,nbconvert,notebook
    jupyter-builder@1.3.0=jupyter-core,tomli,traitlets jupyter-client@8.10.0=jupyter-core,python-dateutil,pyzmq,tornado,traitlets,typing-extensions
    jupyter-console@6.6.3=ipykernel,ipython,jupyter-client,jupyter-core,prompt-toolkit,pygments,pyzmq,traitlets
    jupyter-core@5.9.1=platformdirs,traitlets
    jupyter-events@0.12.1=jsonschema,packaging,python-json-logger,pyyaml,referencing,rfc3339-validator,rfc3986-validator,traitlets
    jupyter-lsp@2.3.1=jupyter-server
    jupyter-server@2.21.1=anyio,argon2-cffi,jinja2,jupyter-client,jupyter-core,jupyter-events,jupyter-server-terminals,nbconvert,nbformat,overrides,packaging,prometheus-client,pyzmq,send2trash,terminado,tornado,traitlets,websocket-client
    jupyter-server-terminals@0.5.4=terminado
    jupyterlab@4.6.6=async-lru,httpx,ipykernel,jinja2,jupyter-builder,jupyter-core,jupyter-lsp,jupyter-server,jupyterlab-server,notebook-shim,packaging,tomli,tornado,traitlets,typing-extensions
    keyring@25.7.0=importlib-metadata,jaraco-classes,jaraco-context,jaraco-functools,jeepney,secretstorage kombu@5.6.2=amqp,packaging,tzdata,vine
    laces@0.1.2=django lazy-loader@0.6=packaging ldap3@2.9.1=pyasn1 levenshtein@0.27.5=rapidfuzz limits@5.8.0=deprecated,packaging,typing-extensions
    litellm@1.96.2=aiohttp,click,fastuuid,httpx,importlib-metadata,jinja2,jsonschema,openai,pydantic,pydantic-settings,python-dotenv,tiktoken,tokenizers
    logfire@5.2.0=executing,opentelemetry-api,opentelemetry-exporter-otlp-proto-http,opentelemetry-instrumentation,opentelemetry-sdk,opentelemetry-semantic-conventions,protobuf,requests,rich,tomli,typing-extensions
    looker-sdk@26.22.0=attrs,cattrs,requests,typing-extensions mako@1.4.3=markupsafe markdown-include-variants@0.0.8=markdown
    markdown-it-py@4.3.0=mdurl marshmallow@3.26.2=packaging marshmallow-oneofschema@3.2.0=marshmallow
    marshmallow-sqlalchemy@0.28.2=marshmallow,packaging,sqlalchemy
    matplotlib@3.11.2=contourpy,cycler,fonttools,kiwisolver,numpy,packaging,pillow,pyparsing,python-dateutil matplotlib-inline@0.2.2=traitlets
    maturin@1.14.1=tomli
    mcp@1.29.0=anyio,httpx,httpx-sse,jsonschema,pydantic,pydantic-settings,pyjwt,python-multipart,sse-starlette,starlette,typing-extensions,typing-inspection,uvicorn
    mcp-types@2.3.0=pydantic,typing-extensions mdit-py-plugins@0.7.0=markdown-it-py mdx-include@1.4.2=cyclic,markdown,rcslice measurement@3.2.2=sympy
    memray@1.20.0=jinja2,rich,textual methodtools@0.4.7=wirerope micawber@0.6.2=beautifulsoup4,lxml mistune@3.4.0=typing-extensions
    mitmproxy-rs@0.12.15=mitmproxy-linux mkautodoc@0.2.0=markdown
    mkdocs@1.6.1=click,ghp-import,jinja2,markdown,markupsafe,mergedeep,mkdocs-get-deps,packaging,pathspec,pyyaml,pyyaml-env-tag,watchdog
    mkdocs-autorefs@1.4.5=markdown,markupsafe,mkdocs mkdocs-get-deps@0.2.2=mergedeep,platformdirs,pyyaml
    mkdocs-material@9.6.15=babel,backrefs,colorama,jinja2,markdown,mkdocs,mkdocs-material-extensions,paginate,pygments,pymdown-extensions,requests
    mkdocstrings@1.0.8=jinja2,markdown,markupsafe,mkdocs,mkdocs-autorefs,pymdown-extensions
    mkdocstrings-python@1.16.12=griffe,mkdocs-autorefs,mkdocstrings,typing-extensions modelsearch@1.3.2=django,django-tasks
    moto@5.2.0=boto3,botocore,cryptography,requests,responses,werkzeug,xmltodict msal@1.39.0=cryptography,pyjwt,requests msal-extensions@1.3.1=msal
    msrest@0.7.1=azure-core,certifi,isodate,requests,requests-oauthlib msrestazure@0.6.4.post1=adal,msrest,six
    mypy@1.16.1=mypy-extensions,pathspec,tomli,typing-extensions myst-parser@5.2.0=docutils,jinja2,markdown-it-py,mdit-py-plugins,pyyaml,sphinx
    nbclient@0.11.0=jupyter-client,jupyter-core,nbformat,traitlets
    nbconvert@7.17.2=beautifulsoup4,bleach,defusedxml,jinja2,jupyter-core,jupyterlab-pygments,markupsafe,mistune,nbclient,nbformat,packaging,pandocfilters,pygments,traitlets
    nbformat@5.11.1=fastjsonschema,jsonschema,jupyter-core,traitlets
    notebook@7.6.5=jupyter-builder,jupyter-server,jupyterlab,jupyterlab-server,notebook-shim,tornado notebook-shim@0.2.4=jupyter-server
    numba@0.68.1=llvmlite,numpy omegaconf@2.3.1=antlr4-python3-runtime,pyyaml onnxruntime@1.32.0=flatbuffers,numpy,packaging,protobuf
    openai@3.54.0=anyio,httpx2,jiter,pydantic,sniffio,typing-extensions opencensus@0.11.4=google-api-core,opencensus-context,six
    opencv-contrib-python@5.0.0.93=numpy opencv-contrib-python-headless@5.0.0.93=numpy opencv-python@5.0.0.93=numpy
    opencv-python-headless@5.0.0.93=numpy openpyxl@3.1.5=et-xmlfile opensearch-protobufs@1.2.0=grpcio,protobuf
    opensearch-py@3.2.0=certifi,events,opensearch-protobufs,python-dateutil,requests,urllib3
    opentelemetry-api@1.37.0=importlib-metadata,typing-extensions
    opentelemetry-sdk@1.37.0=opentelemetry-api,opentelemetry-semantic-conventions,typing-extensions outcome@1.3.0.post0=attrs
    pandas@3.1.1=numpy,python-dateutil
    pandas-gbq@0.35.3=db-dtypes,google-api-core,google-auth,google-auth-oauthlib,google-cloud-bigquery,numpy,packaging,pandas,psutil,pyarrow,pydata-google-auth,setuptools
    parsel@1.12.1=cssselect,jmespath,lxml,w3lib pdfminer-six@20260107=charset-normalizer,cryptography pdoc@16.0.0=jinja2,markdown2,markupsafe,pygments
    pendulum@3.3.0=python-dateutil,tzdata pexpect@4.9.0=ptyprocess pillow-heif@1.8.1=pillow playwright@1.65.2=greenlet plumbum@2.0.2=typing-extensions
    poethepoet@0.45.0=pastel,pyyaml,tomli
    poetry@2.5.1=build,cachecontrol,cleo,dulwich,fastjsonschema,findpython,installer,keyring,packaging,pbs-installer,pkginfo,platformdirs,poetry-core,pyproject-hooks,requests,requests-toolbelt,shellingham,tomli,tomlkit,trove-classifiers,virtualenv
    pre-commit@4.7.0=cfgv,identify,nodeenv,pyyaml,virtualenv prices@1.1.1=babel prison@0.2.1=six progressbar2@4.6.0=python-utils promise@2.3=six
    prompt-toolkit@3.0.53=wcwidth proto-plus@1.29.0=protobuf psycopg@3.3.6=typing-extensions ptpython@3.0.32=appdirs,jedi,prompt-toolkit,pygments
    pwdlib@0.3.1=typing-extensions py-key-value-aio@0.5.0=beartype,typing-extensions pyasn1-modules@0.4.2=pyasn1
    pyathena@4.2.1=boto3,botocore,fsspec,tenacity,tzdata pybars3@0.9.7=pymeta3 pycares@5.2.1=cffi
    pydantic@2.14.3=annotated-types,pydantic-core,typing-extensions,typing-inspection pydantic-ai@2.62.0=pydantic-ai-slim
    pydantic-ai-slim@2.62.0=anyio,genai-prices,griffelib,httpx2,opentelemetry-api,pydantic,pydantic-graph,typing-inspection
    pydantic-core@2.50.4=typing-extensions pydantic-evals@2.62.0=anyio,logfire-api,pydantic,pydantic-ai-slim,pyyaml,rich
    pydantic-extra-types@2.11.1=pydantic,typing-extensions pydantic-graph@2.62.0=anyio,logfire-api,pydantic,typing-inspection
    pydantic-settings@2.16.3=pydantic,python-dotenv,typing-extensions,typing-inspection
    pydata-google-auth@1.9.1=google-auth,google-auth-oauthlib,setuptools pygithub@2.10.0=pyjwt,pynacl,requests,typing-extensions,urllib3
    pyinstaller@6.22.0=altgraph,packaging,pyinstaller-hooks-contrib,setuptools pyinstaller-hooks-contrib@2026.6=packaging
    pyjwt@2.13.0=typing-extensions pymdown-extensions@10.21.3=markdown,pyyaml pymongo@4.18.3=dnspython
    pymupdf@2.0=networkx,numpy,onnxruntime,psutil,pymupdf-layout,pymupdf4llm,pyyaml,tabulate pynacl@1.6.2=cffi
    pynndescent@0.7.0=joblib,llvmlite,numba,scikit-learn,scipy pyopenssl@26.4.0=cryptography,typing-extensions pyproject-api@1.12.1=packaging
    pyright@1.1.407=nodeenv,typing-extensions pyspnego@0.12.4=cryptography pytest@8.4.1=exceptiongroup,iniconfig,packaging,pluggy,pygments,tomli
    pytest-aiohttp@1.1.1=aiohttp,pytest,pytest-asyncio pytest-asyncio@1.4.1.post1=backports-asyncio-runner,pytest,typing-extensions
    pytest-celery@1.3.0=celery,debugpy,docker,kombu,psutil,pytest-docker-tools,tenacity pytest-click@1.1.0=click,pytest
    pytest-codspeed@5.0.4=pytest,rich pytest-cov@6.3.0=coverage,pluggy,pytest pytest-django@4.12.0=pytest
    pytest-django-queries@1.2.0=beautifultable,click,colorama,django,jinja2,pytest pytest-docker-tools@3.1.10=docker,pytest
    pytest-env@1.8.5=pytest,python-dotenv pytest-httpbin@2.1.0=httpbin pytest-httpserver@1.2.0=werkzeug pytest-httpx@0.36.2=httpx,pytest
    pytest-memray@1.11.0=memray,pytest pytest-mock@3.17.0=pytest pytest-order@1.4.0=pytest pytest-recording@0.13.4=pytest,vcrpy
    pytest-rerunfailures@16.7=packaging,pytest pytest-socket@0.8.1=pytest pytest-subtests@0.15.0=attrs,pytest pytest-sugar@1.1.1=pytest,termcolor
    pytest-timeout@2.4.0=pytest pytest-xdist@3.8.0=execnet,pytest python-can@4.6.1=packaging,typing-extensions,wrapt python-daemon@3.1.2=lockfile
    python-dateutil@2.9.0.post0=six python-discovery@1.9.5=filelock python-docx@1.2.0=lxml,typing-extensions python-engineio@4.15.1=simple-websocket
    python-gitlab@8.6.0=requests,requests-toolbelt python-hcl2@8.1.4=lark,regex python-jose@3.5.0=ecdsa,pyasn1,rsa
    python-levenshtein@0.27.5=levenshtein python-nvd3@0.16.0=jinja2,python-slugify python-on-whales@0.81.0=pydantic,typing-extensions
    python-pptx@1.0.2=lxml,pillow,typing-extensions,xlsxwriter python-slugify@9.2.0=text-unidecode python-socketio@5.18.1=bidict,python-engineio
    python-telegram-bot@22.8=httpx python-utils@4.2.0=typing-extensions pywinrm@0.5.0=requests,requests-ntlm,xmltodict pyyaml-env-tag@1.1=pyyaml
    questionary@2.1.1=prompt-toolkit ray@2.60.0=click,filelock,jsonschema,msgpack,packaging,protobuf,pyyaml,requests re-assert@1.1.0=regex
    readme-renderer@46.0=docutils,nh3,pygments redis@5.3.1=async-timeout,pyjwt
    redshift-connector@2.2.0=beautifulsoup4,boto3,botocore,lxml,packaging,pytz,requests,scramp,setuptools
    referencing@0.37.0=attrs,rpds-py,typing-extensions requests@2.34.2=certifi,charset-normalizer,idna,urllib3 requests-file@3.0.1=requests
    requests-hardened@1.3.0=requests requests-ntlm@1.3.0=cryptography,pyspnego,requests requests-oauthlib@2.0.0=oauthlib,requests
    requests-toolbelt@1.0.0=requests requirements-parser@0.13.1=packaging responses@0.26.3=pyyaml,requests,urllib3
    restructuredtext-lint@2.0.2=docutils rfc3339-validator@0.1.4=six rfc3987-syntax@1.1.0=lark rich@15.0.0=markdown-it-py,pygments
    rich-argparse@1.8.0=rich rich-toolkit@0.20.6=click,rich,typing-extensions rsa@4.9.1=pyasn1 s3transfer@0.19.3=botocore
    sagemaker-studio@1.0.27=boto3,botocore,packaging,psutil,python-dateutil,requests,setuptools,urllib3
    scikit-image@0.26.0=imageio,lazy-loader,networkx,numpy,packaging,pillow,scipy,tifffile
    scikit-learn@1.9.1=joblib,narwhals,numpy,scipy,threadpoolctl scipy@1.17.1=numpy scramp@1.4.18=asn1crypto seaborn@0.13.2=matplotlib,numpy,pandas
    secretstorage@3.5.0=cryptography,jeepney
    semgrep@1.173.0=attrs,boltons,click,click-option-group,colorama,exceptiongroup,glom,jsonschema,mcp,opentelemetry-api,opentelemetry-exporter-otlp-proto-http,opentelemetry-instrumentation-requests,opentelemetry-instrumentation-threading,opentelemetry-sdk,packaging,peewee,pyjwt,requests,rich,ruamel-yaml,ruamel-yaml-clib,semantic-version,tomli,typing-extensions,urllib3,wcmatch
    sendgrid@6.12.5=cryptography,python-http-client,werkzeug sentry-sdk@2.73.0=certifi,urllib3 service-identity@26.1.0=attrs,cryptography
    simple-websocket@1.1.0=wsproto sklearn-compat@0.1.6=scikit-learn smart-open@9.0.2=wrapt smokeshow@0.5.0=httpx,typer
    speechrecognition@3.17.0=typing-extensions
    sphinx@9.0.4=alabaster,babel,docutils,imagesize,jinja2,packaging,pygments,requests,roman-numerals,snowballstemmer,sphinxcontrib-applehelp,sphinxcontrib-devhelp,sphinxcontrib-htmlhelp,sphinxcontrib-jsmath,sphinxcontrib-qthelp,sphinxcontrib-serializinghtml
    sphinx-autobuild@2025.8.25=colorama,sphinx,starlette,uvicorn,watchfiles,websockets sphinx-basic-ng@1.0.0b2=sphinx sphinx-copybutton@0.5.2=sphinx
    sphinx-inline-tabs@2025.12.21.14=sphinx sphinx-llm@1.1.0=markdown-it-py,sphinx,sphinx-markdown-builder
    sphinx-markdown-builder@0.6.11=docutils,sphinx,tabulate sphinx-mdinclude@0.6.2=docutils,mistune,pygments,sphinx
    sphinx-wagtail-theme@6.6.0=sphinx-copybutton sphinxcontrib-httpdomain@2.2.1=sphinx
    sphinxcontrib-openapi@0.10.0=deepmerge,jsonschema,picobox,pyyaml,sphinx,sphinx-mdinclude,sphinxcontrib-httpdomain
    sphinxcontrib-spelling@8.0.2=pyenchant,requests,sphinx sphinxcontrib-websupport@2.0.0=jinja2,sphinx,sphinxcontrib-serializinghtml
    sqlalchemy@2.1.9=typing-extensions sqlalchemy-bigquery@1.17.3=google-api-core,google-auth,google-cloud-bigquery,packaging,sqlalchemy
    sqlalchemy-jsonfield@1.0.3=sqlalchemy sqlalchemy-spanner@1.20.1=alembic,google-cloud-spanner,sqlalchemy sqlalchemy-utils@0.42.1=sqlalchemy
    sqlite-utils@4.2.1=click,click-default-group,pip,pluggy,python-dateutil,sqlite-fts4,tabulate sqlmodel@0.0.50=pydantic,sqlalchemy,typing-extensions
    sse-starlette@3.7.0=anyio,starlette stack-data@0.6.3=asttokens,executing,pure-eval starlette@1.10.0=anyio,typing-extensions
    strawberry-graphql@0.341.2=cross-web,graphql-core,packaging,python-dateutil,typing-extensions stripe@3.5.0=requests sympy@1.14.0=mpmath
    terminado@0.18.1=ptyprocess,tornado textual@8.2.8=markdown-it-py,mdit-py-plugins,platformdirs,pygments,rich,typing-extensions
    tifffile@2026.3.3=numpy tiktoken@0.14.0=regex,requests tinycss2@1.5.1=webencodings tldextract@5.4.0=filelock,idna,requests,requests-file
    tokenizers@0.23.3=huggingface-hub
    tox@4.55.1=cachetools,colorama,filelock,packaging,platformdirs,pluggy,pyproject-api,python-discovery,tomli,tomli-w,typing-extensions,virtualenv
    tox-uv@1.35.2=tox-uv-bare,uv tox-uv-bare@1.35.2=packaging,tomli,tox trio@0.30.0=attrs,exceptiongroup,idna,outcome,sniffio,sortedcontainers
    trio-typing@0.10.0=async-generator,importlib-metadata,mypy-extensions,packaging,trio,typing-extensions trustme@1.2.1=cryptography,idna
    twine@6.1.0=id,keyring,packaging,readme-renderer,requests,requests-toolbelt,rfc3986,rich,urllib3
    twisted@26.10.0=attrs,automat,constantly,hyperlink,incremental,typing-extensions,zope-interface
    typer@0.29.2=annotated-doc,pydantic,rich,shellingham typing-inspection@0.4.5=typing-extensions
    umap-learn@0.5.12=numba,numpy,pynndescent,scikit-learn,scipy,tqdm unearth@0.19.0=httpx2,packaging universal-pathlib@0.3.10=fsspec,pathlib-abc
    urwid@4.0.9=typing-extensions,wcwidth userpath@1.9.2=click uvicorn@0.54.0=click,h11,typing-extensions vcrpy@8.5.0=pyyaml,wrapt
    virtualenv@21.15.8=distlib,filelock,packaging,platformdirs,python-discovery,typing-extensions watchfiles@1.3.0=anyio watchtower@3.4.0=boto3
    wcmatch@8.5.2=bracex werkzeug@3.1.9=markupsafe wheel@0.48.0=packaging willow@1.12.0=defusedxml,filetype wirerope@1.0.0=six wsproto@1.3.2=h11
    wtforms@3.3.2=markupsafe yarl@1.25.1=idna,multidict,propcache
    zensical@0.0.73=click,deepmerge,jinja2,markdown,pathspec,pygments,pymdown-extensions,pyyaml,tomli
  `;

/** What each distribution brings. */
export const verifiedBrings: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [, name = "", names = ""] = /^([^@]+)@[^=]+=(.*)$/.exec(row) ?? [];
      return [name, names.split(",")] as const;
    }),
);
