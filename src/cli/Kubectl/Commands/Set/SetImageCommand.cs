using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Set;

/// <summary><c>kubectl set image</c>: other images for the containers of pods or templates.</summary>
public sealed class SetImageCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;

    /// <summary>Declares the flags.</summary>
    public SetImageCommand()
        : base("set image", "(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags, all: true);
        _write = new WriteFlags(Flags, "kubectl-set");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var images = arguments.Where(argument => argument.Contains('=', StringComparison.Ordinal)).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var resources = arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).ToList();
        if (resources.Count == 0 && _files.Names.Count == 0)
        {
            throw KubectlException.Error("one or more resources must be specified as <resource> <name> or <resource>/<name>");
        }

        if (images.Count == 0)
        {
            throw KubectlException.Error("at least one image update is required");
        }

        var failed = false;
        foreach (var one in await ResourceFinder.FindAsync(session, resources, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            var path = PodSpecPath(one.Info.Kind.Kind);
            var pod = one.Document.At(path);
            var missing = images.Keys.Where(name => name != "*" && !Containers(pod, "containers").Concat(Containers(pod, "initContainers")).Any(container => container["name"].AsString == name)).ToList();
            foreach (var name in missing)
            {
                await session.Io.Err.WriteLineAsync($"error: unable to find container named \"{name}\"").ConfigureAwait(false);
                failed = true;
            }

            var change = Change(pod, images);
            if (missing.Count > 0 || change.Entries.IsEmpty)
            {
                continue;
            }

            var patch = path.Reverse().Aggregate(change, (inner, key) => Value.MapOf((key, inner)));
            var result = _write.OnClient
                ? one.Document
                : await session.SendAsync(new ApiRequest("PATCH", one.Path()) { Body = ApiBody.Of(patch.ToJson(), Client.Patch.StrategicType), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
            _write.Report(session, one, result, "image updated");
        }

        return failed ? 1 : 0;
    }

    private static string[] PodSpecPath(string kind) => kind switch
    {
        "Pod" => ["spec"],
        "CronJob" => ["spec", "jobTemplate", "spec", "template", "spec"],
        _ => ["spec", "template", "spec"],
    };

    // Only the containers whose image is another one.
    private static Value Change(Value pod, Dictionary<string, string> images)
    {
        var change = Value.EmptyMap;
        foreach (var list in new[] { "containers", "initContainers" })
        {
            var changed = Containers(pod, list)
                .Select(container => (Name: container["name"].AsString ?? "", Image: container["image"].AsString ?? ""))
                .Select(container => (container.Name, container.Image, Wanted: images.GetValueOrDefault(container.Name) ?? images.GetValueOrDefault("*")))
                .Where(container => container.Wanted is not null && container.Wanted != container.Image)
                .Select(container => Value.MapOf(("image", container.Wanted), ("name", container.Name)))
                .ToList();
            change = changed.Count > 0 ? change.With(list, Value.List(changed.ToValueList())) : change;
        }

        return change;
    }

    private static IEnumerable<Value> Containers(Value pod, string list) => pod[list].Items;
}
