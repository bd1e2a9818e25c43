// An API server to be killed: the command, without the rest of the binary.
return await Cybernetes.ApiServer.Command.ApiServerCommand.RunAsync(args, CancellationToken.None);
