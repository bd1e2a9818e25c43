using System.Diagnostics;
using System.Runtime.InteropServices;
using Cybernetes.Cri.Images;

namespace Cybernetes.Cri.Tests;

public sealed class PauseProgramTests
{
    [Fact]
    public async Task ThePauseProgramSleepsUntilItIsTerminated()
    {
        var path = Path.Combine(Path.GetTempPath(), $"pause-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(path, PauseProgram.Build(RuntimeInformation.ProcessArchitecture), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        using var process = Process.Start(path);
        try
        {
            Assert.False(process.WaitForExit(200));
            Assert.Equal(0, Kill(process.Id, 15));
            Assert.True(process.WaitForExit(5000));
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void TheArmProgramIsAnArmFile()
    {
        var file = PauseProgram.Build(Architecture.Arm64);

        Assert.Equal(183, file[18]);
        Assert.Equal(0, (file.Length - 128 - 64) % 16);
    }

    [Fact]
    public void AnArchiveIsTheSameWhenBuiltAgain() => Assert.Equal(PauseImage.Archive(), PauseImage.Archive());

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
