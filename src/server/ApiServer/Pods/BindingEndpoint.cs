using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Pods;

/// <summary>POST to <c>pods/NAME/binding</c>, and to the older <c>bindings</c>.</summary>
internal sealed class BindingEndpoint(RegistryServices services, Updating updating, Func<ServedResource> pods)
{
    private static readonly KindCodec _codec = Kinds.Find(Binding.Info.Kind)!;

    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var options = OptionsReader.Create(context.Query);
        var binding = (Binding)BodyDecoder.Read(context, _codec, options.FieldValidation);
        var name = context.Info.Name.Length > 0 ? context.Info.Name : binding.Metadata.Name;
        if (binding.Metadata.Name.Length > 0 && binding.Metadata.Name != name)
        {
            throw ApiErrors.BadRequest("name in URL does not match name in Binding object");
        }

        var errors = Check(binding);
        if (!errors.IsEmpty)
        {
            throw ApiErrors.Unknown(errors.ToString());
        }

        var write = new WriteRequest(pods(), context.User)
        {
            Namespace = context.Info.Namespace,
            Name = name,
            Subresource = "binding",
            Options = options,
            DryRun = !options.DryRun.IsEmpty,
            Warn = context.Warn,
        };
        await services.Admission.MutateAsync(write, AdmissionOperation.Create, binding, null, cancellationToken).ConfigureAwait(false);
        await services.Admission.ValidateAsync(write, AdmissionOperation.Create, binding, null, cancellationToken).ConfigureAwait(false);
        var target = new BindingTarget(binding, services.Time);
        await updating.RunAsync(
            write, target, (old, _) => Same(old!.Object, binding), createsMissing: false, checksVersion: false, cancellationToken, admits: false).ConfigureAwait(false);
        return new ObjectResponse(201, new Status { StatusValue = "Success", Code = 201 });
    }

    /// <summary>The pod unchanged, but with the identity that the binding demands.</summary>
    private static ValueTask<IObject> Same(IObject pod, Binding binding) => new(pod.WithMetadata(pod.Metadata with
    {
        Uid = binding.Metadata.Uid.Length > 0 ? binding.Metadata.Uid : pod.Metadata.Uid,
    }));

    private static ErrorList Check(Binding binding)
    {
        var errors = new ErrorList();
        if (binding.Target.Kind is not ("" or "Node"))
        {
            errors.NotSupported(FieldPath.Of("target", "kind"), binding.Target.Kind, "Node", "<empty>");
        }

        if (binding.Target.Name.Length == 0)
        {
            errors.Required(FieldPath.Of("target", "name"));
        }

        return errors;
    }
}
