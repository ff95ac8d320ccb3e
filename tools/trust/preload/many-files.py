# many-files.py FOLDER COUNT: makes a git repository of COUNT tracked files in folders of a thousand, its index written in one go.
import os, subprocess, sys

folder, count = sys.argv[1], int(sys.argv[2])
git = ["git", "-C", folder]
os.makedirs(folder, exist_ok=True)
subprocess.run([*git, "init", "--quiet"], check=True)
blob = subprocess.run([*git, "hash-object", "-w", "--stdin"], input=b"", capture_output=True, check=True).stdout.strip().decode()
index = subprocess.Popen([*git, "update-index", "--add", "--index-info"], stdin=subprocess.PIPE)
for at in range(count):
    path = f"d{at // 1000}/f{at}.txt"
    if at % 1000 == 0:
        os.mkdir(f"{folder}/d{at // 1000}")
    os.close(os.open(f"{folder}/{path}", os.O_CREAT | os.O_WRONLY))
    index.stdin.write(f"100644 {blob}\t{path}\n".encode())
index.stdin.close()
sys.exit(index.wait())
