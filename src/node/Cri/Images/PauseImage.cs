using System.Runtime.InteropServices;

namespace Cybernetes.Cri.Images;

/// <summary>The image of the sandbox container, made by ourselves.</summary>
public static class PauseImage
{
    /// <summary>The name under which the runtime is told to find it.</summary>
    public const string Name = "cybernetes.local/pause:1";

    /// <summary>The archive of the image for this machine's architecture.</summary>
    public static byte[] Archive() => OciArchive.Build(
        Name,
        [new("pause", PauseProgram.Build(RuntimeInformation.ProcessArchitecture), (UnixFileMode)0b101_101_101)],
        ["/pause"],
        RuntimeInformation.ProcessArchitecture);
}
