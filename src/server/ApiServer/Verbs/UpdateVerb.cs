using Cybernetes.Api;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>PUT of an object or of a subresource.</summary>
public sealed class UpdateVerb(RegistryServices services, Updating updating, UpdateTarget target)
{
    /// <summary>Replaces the object.</summary>
    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var resource = context.Resource!;
        var options = OptionsReader.Update(context.Query);
        var sent = (IObject)BodyDecoder.Read(context, target.CodecFor(resource), options.FieldValidation);
        sent = Named(context, sent);
        sent = target.Default(resource, sent);
        var write = WriteFactory.From(context, resource, target.Subresource, options) with { DryRun = !options.DryRun.IsEmpty };
        var manager = ManagerName.Of(options.FieldManager, context.UserAgent);
        var result = await updating.RunAsync(
            write, target, (old, _) => new(FieldOwnership.OnUpdate(sent, old?.Object, target, resource, manager, services.Time)),
            createsMissing: false, checksVersion: true, cancellationToken).ConfigureAwait(false);
        return target.Respond(resource, result);
    }

    /// <summary>The object under the URL's name and namespace, which its own must not contradict.</summary>
    internal static IObject Named(RequestContext context, IObject sent)
    {
        var metadata = sent.Metadata;
        if (metadata.Name.Length > 0 && metadata.Name != context.Info.Name)
        {
            throw ApiErrors.BadRequest($"the name of the object ({metadata.Name}) does not match the name on the URL ({context.Info.Name})");
        }

        if (metadata.Name.Length == 0)
        {
            throw ApiErrors.BadRequest($"the name of the object ({context.Info.Name} based on URL) was undeterminable: name must be provided");
        }

        return sent.WithMetadata(metadata with { Namespace = CreateVerb.NamespaceOf(context, metadata) });
    }
}
