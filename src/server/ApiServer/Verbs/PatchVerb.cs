using Cybernetes.Api;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Patching;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>PATCH of an object or of a subresource, in five forms.</summary>
public sealed class PatchVerb(RegistryServices services, Updating updating, UpdateTarget target)
{
    /// <summary>Patches the object.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var resource = context.Resource!;
        var form = PatchForms.Parse(context.ContentType) ?? throw PatchForms.Unsupported();
        var options = OptionsReader.Patch(context.Query, form == PatchForm.Apply);
        var write = WriteFactory.From(context, resource, target.Subresource, options) with { DryRun = !options.DryRun.IsEmpty };
        var manager = ManagerName.Of(options.FieldManager, context.UserAgent);
        var patch = PatchForms.Read(form, context, target, options, manager, services.Time);
        var result = await updating.RunAsync(
            write, target, (old, _) => new(patch.Apply(old?.Object)), createsMissing: patch.CreatesMissing, checksVersion: true, cancellationToken).ConfigureAwait(false);
        return target.Respond(resource, result);
    }
}
