using Cybernetes.Cri.V1;

namespace Cybernetes.Cri.Fake;

/// <summary>What a scripted program sees of the container it runs in.</summary>
public sealed class FakeProcess
{
    private readonly Action<bool, string> _write;

    internal FakeProcess(string containerId, ContainerConfig config, Action<bool, string> write, CancellationToken terminated, CancellationToken killed)
    {
        (ContainerId, Config, _write, Terminated, Killed) = (containerId, config, write, terminated, killed);
    }

    /// <summary>The container's identifier.</summary>
    public string ContainerId { get; }

    /// <summary>How the kubelet configured the container: command, environment, mounts.</summary>
    public ContainerConfig Config { get; }

    /// <summary>Cancelled when the stop signal arrives.</summary>
    public CancellationToken Terminated { get; }

    /// <summary>Cancelled when the container is killed; whatever the program returns then, its exit code is 137.</summary>
    public CancellationToken Killed { get; }

    /// <summary>Writes a line to standard output.</summary>
    public void Out(string line) => _write(false, line);

    /// <summary>Writes a line to standard error.</summary>
    public void Err(string line) => _write(true, line);

    /// <summary>Waits for the stop signal; the usual body of a server that exits 0 when told to.</summary>
    public async Task<int> WaitForStopAsync()
    {
        await Task.Delay(Timeout.Infinite, Terminated).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        return 0;
    }
}
