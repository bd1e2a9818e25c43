using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Rollout;

/// <summary><c>kubectl rollout restart</c>: makes a workload replace its pods, by an annotation of their template.</summary>
public sealed class RestartCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;

    /// <summary>Declares the flags.</summary>
    public RestartCommand()
        : base("rollout restart", "RESOURCE [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags);
        _write = new WriteFlags(Flags, "kubectl-rollout");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            if (one.Info.Kind.Kind is not ("Deployment" or "StatefulSet" or "DaemonSet"))
            {
                throw KubectlException.Error($"{one.Info.Plural} \"{one.Name}\" restarting is not supported");
            }

            if (one.Document.At("spec", "paused").AsBoolean == true)
            {
                throw KubectlException.Error($"{one.Info.Plural} \"{one.Name}\" can't restart paused deployment (run rollout resume first)");
            }

            var now = session.Io.Time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
            var annotations = Value.MapOf(("kubectl.kubernetes.io/restartedAt", now));
            var patch = Value.MapOf(("spec", Value.MapOf(("template", Value.MapOf(("metadata", Value.MapOf(("annotations", annotations))))))));
            await session.SendAsync(new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(patch.ToJson(), Client.Patch.StrategicType), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
            _write.Report(session, one, one.Document, "restarted");
        }

        return 0;
    }
}
