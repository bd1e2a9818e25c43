using System.Globalization;
using System.Text;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Logs;

/// <summary><c>kubectl logs</c>.</summary>
public sealed class LogsCommand : Command
{
    private readonly SelectionFlags _selection;
    private readonly Flag<string> _container;
    private readonly Flag<bool> _follow;
    private readonly Flag<bool> _previous;
    private readonly Flag<bool> _timestamps;
    private readonly Flag<bool> _allContainers;
    private readonly Flag<bool> _allPods;
    private readonly Flag<bool> _prefix;
    private readonly Flag<bool> _ignoreErrors;
    private readonly Flag<bool> _insecure;
    private readonly Flag<long> _limit;
    private readonly Flag<long> _tail;
    private readonly Flag<TimeSpan> _since;
    private readonly Flag<string> _sinceTime;
    private readonly Flag<int> _maxRequests;

    /// <summary>Declares the flags.</summary>
    public LogsCommand()
        : base("logs", "[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER] [options]")
    {
        _selection = new SelectionFlags(Flags);
        _container = Flags.String("container", "", "Print the logs of this container", 'c');
        _follow = Flags.Bool("follow", false, "Specify if the logs should be streamed.", 'f');
        _previous = Flags.Bool("previous", false, "If true, print the logs for the previous instance of the container in a pod if it exists.", 'p');
        _timestamps = Flags.Bool("timestamps", false, "Include timestamps on each line in the log output");
        _allContainers = Flags.Bool("all-containers", false, "Get all containers' logs in the pod(s).");
        _allPods = Flags.Bool("all-pods", false, "Get logs from all pod(s). Sets prefix to true.");
        _prefix = Flags.Bool("prefix", false, "Prefix each log line with the log source (pod name and container name)");
        _ignoreErrors = Flags.Bool("ignore-errors", false, "If watching / following pod logs, allow for any errors that occur to be non-fatal");
        _insecure = Flags.Bool("insecure-skip-tls-verify-backend", false, "Skip verifying the identity of the kubelet that logs are requested from.");
        _limit = Flags.Int64("limit-bytes", 0, "Maximum bytes of logs to return. Defaults to no limit.");
        _tail = Flags.Int64("tail", -1, "Lines of recent log file to display. Defaults to -1 with no selector, showing all log lines otherwise 10, if a selector is provided.");
        _since = Flags.Duration("since", default, "Only return logs newer than a relative duration like 5s, 2m, or 3h.");
        _sinceTime = Flags.String("since-time", "", "Only return logs after a specific date (RFC3339).");
        _maxRequests = Flags.Int("max-log-requests", 5, "Specify maximum number of concurrent logs to follow when using by a selector.");
        Flags.Duration("pod-running-timeout", TimeSpan.FromSeconds(20), "The length of time to wait until at least one pod is running");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0 && _selection.Labels.Length == 0)
        {
            throw KubectlException.Error("expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples");
        }

        if (_since.Changed && _sinceTime.Value.Length > 0)
        {
            throw KubectlException.Error("at most one of `sinceTime` or `sinceSeconds` may be specified");
        }

        var container = arguments.Count > 1 ? arguments[1] : _container.Value;
        var pods = _selection.Labels.Length > 0
            ? await ResourceFinder.FindAsync(session, ["pods"], null, _selection, cancellationToken).ConfigureAwait(false)
            : await PodsAsync(session, arguments[0], cancellationToken).ConfigureAwait(false);
        if (pods.Count > 1 && _selection.Labels.Length == 0 && !_allPods.Value)
        {
            await session.Io.Err.WriteLineAsync($"Found {pods.Count} pods, using pod/{pods[0].Name}").ConfigureAwait(false);
            pods = [pods[0]];
        }

        var sources = new List<(ResourceObject Pod, string Container)>();
        foreach (var pod in pods)
        {
            if (_allContainers.Value)
            {
                sources.AddRange(PodChoice.AllContainers(pod.Document).Select(name => (pod, name)));
            }
            else
            {
                sources.Add((pod, await PodChoice.ContainerAsync(session, pod, container, quiet: false).ConfigureAwait(false)));
            }
        }

        if (!_follow.Value || sources.Count == 1)
        {
            foreach (var (pod, name) in sources)
            {
                await PrintAsync(session, pod, name, cancellationToken).ConfigureAwait(false);
            }

            return 0;
        }

        if (sources.Count > _maxRequests.Value)
        {
            throw KubectlException.Error($"you are attempting to follow {sources.Count} log streams, but maximum allowed concurrency is {_maxRequests.Value}, use --max-log-requests to increase the limit");
        }

        await Task.WhenAll(sources.Select(source => PrintAsync(session, source.Pod, source.Container, cancellationToken))).ConfigureAwait(false);
        return 0;
    }

    private static async Task<IReadOnlyList<ResourceObject>> PodsAsync(Session session, string argument, CancellationToken cancellationToken)
    {
        try
        {
            return await PodChoice.FindAsync(session, argument, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerException e) when (e.Reason == "NotFound")
        {
            throw KubectlException.Error($"error from server (NotFound): {e.ServerMessage} in namespace \"{session.Namespace}\"");
        }
    }

    private async Task PrintAsync(Session session, ResourceObject pod, string container, CancellationToken cancellationToken)
    {
        try
        {
            await using var answer = await session.OpenAsync(new ApiRequest("GET", pod.Path("log")) { Query = Query(container) }, cancellationToken).ConfigureAwait(false);
            if (_prefix.Value || _allPods.Value)
            {
                using var reader = new StreamReader(answer.Stream, Encoding.UTF8);
                while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
                {
                    await session.Io.Out.WriteLineAsync($"[pod/{pod.Name}/{container}] {line}").ConfigureAwait(false);
                    await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            else if (session.Io.RawOut is { } raw)
            {
                await answer.Stream.CopyToAsync(raw, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                using var reader = new StreamReader(answer.Stream, Encoding.UTF8);
                await session.Io.Out.WriteAsync(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
        catch (ServerException e) when (_ignoreErrors.Value)
        {
            await session.Io.Err.WriteLineAsync($"error: {e.ServerMessage}").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_follow.Value && cancellationToken.IsCancellationRequested)
        {
            // Interrupted: the way in which following ends.
        }
    }

    private List<KeyValuePair<string, string>> Query(string container)
    {
        var tail = _tail.Changed ? _tail.Value : _selection.Labels.Length > 0 && !_follow.Value ? 10 : _tail.Value;
        var query = new List<KeyValuePair<string, string>> { new("container", container) };
        Add("follow", _follow.Value ? "true" : "");
        Add("previous", _previous.Value ? "true" : "");
        Add("timestamps", _timestamps.Value ? "true" : "");
        Add("insecureSkipTLSVerifyBackend", _insecure.Value ? "true" : "");
        Add("limitBytes", _limit.Value > 0 ? _limit.Value.ToString(CultureInfo.InvariantCulture) : "");
        Add("tailLines", tail >= 0 ? tail.ToString(CultureInfo.InvariantCulture) : "");
        Add("sinceSeconds", _since.Changed ? Math.Ceiling(_since.Value.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture) : "");
        Add("sinceTime", _sinceTime.Value);
        return query;

        void Add(string key, string value)
        {
            if (value.Length > 0)
            {
                query.Add(new(key, value));
            }
        }
    }
}
