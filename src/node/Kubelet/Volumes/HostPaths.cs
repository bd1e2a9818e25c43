using System.Runtime.InteropServices;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>Checks, and where asked for makes, what a hostPath volume names.</summary>
internal static class HostPaths
{
    public static string Prepare(HostPathVolumeSource source)
    {
        var path = source.Path;
        switch (source.Type)
        {
            case null or "":
                break;
            case "DirectoryOrCreate":
                if (!Path.Exists(path))
                {
                    Directory.CreateDirectory(path);
                    File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
                }

                Require(Directory.Exists(path), path, "a directory");
                break;
            case "Directory":
                Require(Directory.Exists(path), path, "a directory");
                break;
            case "FileOrCreate":
                if (!Path.Exists(path))
                {
                    File.Create(path).Dispose();
                    File.SetUnixFileMode(path, (UnixFileMode)0b110_100_100);
                }

                Require(Kind(path) == 'f', path, "a file");
                break;
            case "File":
                Require(Kind(path) == 'f', path, "a file");
                break;
            case "Socket":
                Require(Kind(path) == 's', path, "a socket file");
                break;
            case "CharDevice":
                Require(Kind(path) == 'c', path, "a character device");
                break;
            case "BlockDevice":
                Require(Kind(path) == 'b', path, "a block device");
                break;
            default:
                throw new VolumeException($"{source.Type} is an invalid volume type");
        }

        return path;
    }

    private static void Require(bool condition, string path, string what)
    {
        if (!condition)
        {
            throw new VolumeException($"hostPath type check failed: {path} is not {what}");
        }
    }

    private static char Kind(string path)
    {
        if (!Path.Exists(path))
        {
            return ' ';
        }

        if (Directory.Exists(path))
        {
            return 'd';
        }

        return FileKind.Of(path);
    }
}
